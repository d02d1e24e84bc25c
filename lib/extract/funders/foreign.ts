import type { Hit } from '../../locales/index.ts'
import { type Doc, inside, type Span, type Token, touches } from '../../text/index.ts'
import type { Words } from './words.ts'

/** So far behind a ministry stands the country that it belongs to, with nothing but its own words between. */
const REACH = 110
/** Words of a ministry's name up to its country: "…, socijalne politike, zdravlja i zaštite potrošača Republike ". */
const OWN_WORDS = /^(?:,?\s\p{Ll}+){0,9}(?:\s\p{Lu}\p{Ll}+){0,3}\s$/u

/** What the names of offices are read in. */
export interface Named {
  readonly doc: Doc
  readonly words: Words
  readonly names: readonly Hit[]
}

/** "Federalno Ministarstvo rada … Republike Austrije" is no ministry of the text's own country. */
export const isForeign = (named: Named, name: Span): boolean =>
  isOffice(named, name) && (foreignBefore(named, name) ?? countryBehind(named, name)) !== undefined

const isOffice = ({ doc, words }: Named, name: Span): boolean =>
  words.offices.find({ tokens: inside(doc.tokens, name), blocks: doc.blocks }).length > 0

/** The word right before an office that says that it is another country's: "Federalno". */
export function foreignBefore({ doc, words }: Named, name: Span): Token | undefined {
  const before = inside(doc.tokens, { start: Math.max(0, name.start - 30), end: name.start }).at(-1)
  if (!before || !/^\s$/u.test(doc.text.slice(before.end, name.start))) return undefined
  return words.foreign.find({ tokens: [before], blocks: doc.blocks }).length > 0 ? before : undefined
}

/** The country behind an office with only words of its name between: no verb, no "iz", no "i" right before the country. */
export function countryBehind({ doc, words, names }: Named, name: Span): Span | undefined {
  const isOf = (land: Span): boolean => {
    const tokens = inside(doc.tokens, { start: name.end, end: land.start })
    const small = tokens.some(({ form }) => words.auxiliaries.has(form) && !words.joining.has(form))
    const verbs = words.stances.find({ tokens, blocks: doc.blocks })
    return !small && !verbs.length && !words.joining.has(tokens.at(-1)?.form ?? '')
  }
  const tokens = inside(doc.tokens, { start: name.end, end: name.end + REACH })
  return words.countries
    .find({ tokens, blocks: doc.blocks })
    .filter((land) => !touches(names, land) && doc.tokens[land.first]?.capital)
    .find((land) => OWN_WORDS.test(doc.text.slice(name.end, land.start)) && isOf(land))
}
