import type { Place } from '../../gazetteer/index.ts'
import { type Block, blockAt, type Doc, inOrder, SILENT, type Span, type Token } from '../../text/index.ts'
import type { Name, NameIndex } from './names.ts'
import { agrees } from './spelling.ts'

/** A name of the gazetteer seen in a text, before it is known which place is meant, or whether one is. */
export interface Sighting extends Span {
  /** Tokens `[first, last)`. */
  readonly first: number
  readonly last: number
  readonly name: Name
  /** The folded words as they stand: `backoj palanci`. */
  readonly form: string
  /** The diacritics are those of the name. */
  readonly exact: boolean
  /** Bearers of other names that decline to the same words: `Zielonki` is Zielonki, or Zielonka in the genitive. */
  readonly others?: readonly Place[]
  /** Only a part of the name: `Palanka` for Bačka Palanka. */
  readonly short?: true
  /** Damaged letters: how alike the words and the name are, 0 to 1. */
  readonly likeness?: number
}

/** What a name is seen with: endings that soften its stem, and the plans that the text names. */
export interface Seen {
  readonly soft: number
  readonly plans: readonly Span[]
}

/** What may stand between the words of one name: spaces, a line end, a hyphen, a bracket. */
const JOINED = /^(?:\s{1,9}\(?|\s?-\s?)$/u
/** Behind an abbreviation: `pow. leski`. */
const ABBREVIATED = /^\.\s?$/u
const LONGEST_ABBREVIATION = 3

/**
 * Names in a text, declined or not, the longest where several fit (`Biała Podlaska` before `Biała`). Capital-initial
 * only, but for `powiat rudzki` and `województwo śląskie`. Boilerplate is passed over, but for a running head with the
 * title of the `plans` it runs over: "Strategija socijalne zaštite opštine Ub — str. 14".
 */
export function sightingsIn(doc: Doc, names: NameIndex, { soft, plans }: Seen): Sighting[] {
  const sightings: Sighting[] = []
  const titles = new Set(plans.map(({ start }) => blockAt(doc, start)).filter((block) => block?.kind !== 'boilerplate'))
  for (let first = 0; first < doc.tokens.length; first++) {
    const token = doc.tokens[first]
    const entries = token?.capital ? names.byForm(token.form) : names.units.get(token?.form ?? '')
    if (!token || !entries?.length || (isSilent(doc, token) && !titles.has(blockAt(doc, token.start)))) continue
    const [found, ...ties] = entries.flatMap((name) => sight(doc, { first, name, soft }) ?? []).sort(best)
    if (!found) continue
    const others = ties.filter((tie) => tie.last === found.last && tie.exact === found.exact)
    sightings.push({ ...found, others: others.flatMap(({ name }) => name.places) })
    first = found.last - 1
  }
  return sightings.sort(inOrder)
}

/** Do menus, cookie notes and running heads, where nothing counts, hold this token? */
export function isSilent(doc: Doc, { start }: Span): boolean {
  const block = blockAt(doc, start)
  return block !== undefined && isSilentBlock(block)
}

/** Is it a menu, a cookie note or a running head? */
export const isSilentBlock = ({ kind }: Block): boolean => SILENT.has(kind)

/** The longest, then one with the name's own diacritics, then one in the nominative: `Czarne` is no form of Czarna. */
const best = (a: Sighting, b: Sighting): number =>
  b.last - a.last || Number(b.exact) - Number(a.exact) || Number(b.form === b.name.key) - Number(a.form === a.name.key)

interface Try {
  readonly first: number
  readonly name: Name
  readonly soft: number
}

function sight(doc: Doc, { first, name, soft }: Try): Sighting | undefined {
  const tokens = doc.tokens.slice(first, first + name.words.length)
  const [head] = tokens
  const end = tokens.at(-1)
  if (!head || !end || tokens.length < name.words.length) return undefined
  if (!tokens.every((token, i) => fits(doc, token, { name, i, before: tokens[i - 1] }))) return undefined
  if (blockAt(doc, head.start) !== blockAt(doc, end.start)) return undefined
  return {
    start: head.start,
    end: end.end,
    first,
    last: first + tokens.length,
    name,
    form: tokens.map((token) => token.form).join(' '),
    exact: tokens.every((token, i) => agrees(doc.text.slice(token.start, token.end), name.words[i]?.lemma ?? '', soft)),
  }
}

interface Position {
  readonly name: Name
  readonly i: number
  readonly before: Token | undefined
}

function fits(doc: Doc, token: Token, { name, i, before }: Position): boolean {
  const word = name.words[i]
  if (!word?.forms.has(token.form)) return false
  if (!token.capital && /^\p{Lu}/u.test(word.lemma)) return false
  if (!before) return true
  const gap = doc.text.slice(before.end, token.start)
  return JOINED.test(gap) || (ABBREVIATED.test(gap) && before.form.length <= LONGEST_ABBREVIATION)
}
