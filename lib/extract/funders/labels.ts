import type { Hit } from '../../locales/index.ts'
import { type Doc, fold, inOrder, once } from '../../text/index.ts'
import type { Words } from './words.ts'

/** Words that say where names of sources stand, in reading order. */
export interface Labels {
  /** Those that name sources wherever they stand: "Izvor finansiranja". */
  readonly named: readonly Hit[]
  /** And the means, alone in their line or before a colon: "III SREDSTVA". */
  readonly alone: readonly Hit[]
  /** In the head of a column sums too, by whose side their sources stand: "Budžet (000 RSD)". */
  readonly heads: readonly Hit[]
}

/** So far from a word its line is read. */
const REACH = 24
/** Up to the word nothing but the number of a section, from the beginning of a line or cell. */
const OPENS = /(?:^|[\n\t|│]|\s{2})\s*(?:[IVX\d]{1,5}[.)]{0,2}\s+|\P{L}{0,3})$/u
/** Behind it nothing but an aside and its currency: "(000 RSD)", "u dinarima". */
const closeOf = once(
  ({ sums }: Words) =>
    new RegExp(`^(?:\\s?\\([^()\\n]*\\)|,?\\s(?:\\p{L}\\s)?(?:${sums}))?(?:$|[\\n\\t|│:]|\\s[|│:\\s])`, 'u'),
)

/** Reads a text for labels of sources. */
export function labelsIn(doc: Doc, words: Words): Labels {
  const isAlone = ({ start, end }: Hit): boolean =>
    OPENS.test(doc.text.slice(Math.max(0, start - REACH), start)) &&
    closeOf(words).test(fold(doc.text.slice(end, end + REACH)))
  const named = words.labels.find(doc)
  const alone = [...named, ...words.means.find(doc).filter(isAlone)].sort(inOrder)
  return { named, alone, heads: [...alone, ...words.costs.find(doc).filter(isAlone)].sort(inOrder) }
}
