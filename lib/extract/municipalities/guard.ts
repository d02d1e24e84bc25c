import { type Doc, once } from '../../text/index.ts'
import type { Cues } from './cues.ts'
import type { Words } from './lists.ts'
import type { Sighting } from './sighting.ts'
import { isPlain } from './spelling.ts'

/** A sighting that may be believed, with its cues. */
export interface Sighted {
  readonly sighting: Sighting
  readonly cues: Cues
}

/** Items that open with sure names, from which their list is one of municipalities. */
const LISTED = 2

/**
 * Drops what only looks like a municipality: streets, people, places abroad, villages with a longer name, words at the
 * start of a sentence. A name that is also a word (`Bor`, `Dobra`) is kept where its capital means something, or
 * where a head word names the same place somewhere in the document, or in a list of municipalities.
 */
export function guard(doc: Doc, sighted: readonly Sighted[], words: Words): Sighted[] {
  const plain = isPlain(doc.text)
  const possible = sighted.filter(
    (one) => isPossible(doc, one, words) && (isSpelt(one.sighting) || plain || named(one)),
  )
  const isWord = ({ sighting }: Sighted): boolean =>
    words.common.has(sighting.name.key) ||
    (words.words.has(sighting.form) && (plain || sighting.form === sighting.name.key))
  const known = new Set(possible.filter((one) => named(one)).map(({ sighting }) => sighting.name.key))
  const lists = Map.groupBy(
    possible.filter((one) => one.cues.opens && !isWord(one)),
    ({ cues }) => cues.block?.kind,
  )
  const labels = possible.some((one) => one.cues.labels && !isWord(one))
  const isListed = ({ cues }: Sighted): boolean =>
    (cues.labels && labels) || (cues.opens && (lists.get(cues.block?.kind)?.length ?? 0) >= LISTED)
  return possible.filter((one) => {
    if (named(one)) return true
    if (one.cues.reports) return true
    if (words.strict.has(one.sighting.name.key)) return false
    if (one.cues.agency) return true
    return !isWord(one) || !one.cues.exposed || known.has(one.sighting.name.key) || isListed(one)
  })
}

/** Has it its diacritics, or so many words that no others can be meant: `Vrnjacka Banja`? */
const isSpelt = ({ exact, first, last }: Sighting): boolean => exact || last - first > 1

const named = ({ cues }: Sighted): boolean => cues.head !== undefined || cues.body !== undefined

function isPossible(doc: Doc, one: Sighted, words: Words): boolean {
  const { cues } = one
  if (cues.street || cues.house || cues.abroad || (cues.person && !named(one))) return false
  if (one.sighting.short && cues.exposed && !named(one)) return false
  return named(one) || !isPartOfLonger(doc, one, words)
}

/** "Stara Ruda", "Lipnica Dolna", "Wola Chorzowska": a longer name that the gazetteer lacks is a village. */
function isPartOfLonger(doc: Doc, { sighting, cues }: Sighted, words: Words): boolean {
  const { openers } = words
  const before = doc.tokens[sighting.first - 1]
  const after = doc.tokens[sighting.last]
  const caps = doc.tokens[sighting.first]?.acronym ?? false
  if (caps) return false
  if (before?.capital && openers.has(before.form) && doc.text.slice(before.end, sighting.start) === ' ')
    return !cues.opens
  if (!after?.capital || doc.text.slice(sighting.end, after.start) !== ' ') return false
  return openers.has(after.form) || adjectiveOf(words).test(after.form)
}

const adjectiveOf = once(({ adjectives }: Words) => new RegExp(`(?:${adjectives.join('|')})[a-z]{1,3}$`, 'u'))
