import { placesNamed } from '../../gazetteer/index.ts'
import { inside, once, type Span, type Token, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import type { Money } from './money.ts'
import { isJoint } from './rest.ts'
import type { Words } from './words.ts'
import type { Zone } from './zone.ts'

/** A name of one word has so many letters at least. */
const SHORTEST = 4
/** What parts the sources in one cell. */
const PART = /[^;,\n]+/gu
/** And those that a sentence tells of, where "i" does too. */
const toldPart = once(({ and }: Words) => new RegExp(`(?:(?!\\s(?:${and})\\s)[^;,()\\n.])+`, 'giu'))
/** A name in a sentence has so many words at most: "Hleb za svet", "Lekari bez granica". */
const LONGEST = 5

/**
 * Names in capitals, with no word of a fund or ministry before them, among the sources of a column that says it names
 * these: "Opština Prijepolje, Helvetas", "HBIS GROUP Serbia Iron & Steel"; and among the donors that a sentence tells of:
 * "Donatori su Ambasada Austrije i Hleb za svet".
 */
export function inCells(money: Money): Found<'funders'>[] {
  const cells = money.zones.filter(({ rule, surmised }) => rule === 'funder/column' && !surmised)
  const told = money.zones.filter(({ told }) => told !== undefined)
  return [
    ...cells.flatMap((zone) => {
      const parts = partsOf(money, zone, PART)
      return parts
        .filter((part) => isName(money, part, parts.length > 1))
        .map((part) => foundOf(money, part, zone.label))
    }),
    ...told.flatMap((zone) => {
      const parts = partsOf(money, zone, toldPart(money.words)).map((part) => withoutJoint(money, part))
      // In brackets stands the same name once more: "Hleb za svet (Brot für die Welt)".
      const isAside = (part: Span): boolean => money.doc.text[part.start - 1] === '(' || isExplained(money, part)
      return parts
        .filter((part) => !isAside(part) && isToldName(money, part))
        .map((part) => foundOf(money, part, zone.label))
    }),
  ]
}

/** "Švedska (Sida)": in brackets behind it stands the name by which the list knows it. */
const isExplained = ({ doc, names }: Money, { end }: Span): boolean =>
  doc.text.slice(end, end + 2) === ' (' && touches(names, { start: end + 2, end: end + 3 })

function partsOf({ doc }: Money, zone: Zone, separated: RegExp): Span[] {
  return Array.from(doc.text.slice(zone.start, zone.end).matchAll(separated), (match) => {
    const start = zone.start + match.index + match[0].length - match[0].trimStart().length
    return { start, end: start + match[0].trim().length }
  })
}

/** "i Hleb za svet": without the word that joins it to the others. */
function withoutJoint({ doc, words }: Money, part: Span): Span {
  const [first, second] = inside(doc.tokens, part)
  return first && second && words.joining.has(first.form) ? { start: second.start, end: part.end } : part
}

/** Capitals throughout, one of them a word: two or more, or one beside other sources. */
function isName(money: Money, part: Span, beside: boolean): boolean {
  const tokens = inside(money.doc.tokens, part)
  const text = money.doc.text.slice(part.start, part.end)
  const proper = tokens.every(({ capital }) => capital) && tokens.some((token) => token.capital && !token.acronym)
  const long = tokens.length > 1 || (beside && text.length >= SHORTEST)
  return proper && long && isFree(money, part, tokens)
}

/** A capital and a few words more, of which only what a joint opens is small: "Hleb za svet". */
function isToldName(money: Money, part: Span): boolean {
  const tokens = inside(money.doc.tokens, part)
  const proper = tokens.every((token, i) => {
    const before = tokens[i - 1]
    return token.capital || (i > 0 && (isJoint(token) || (before !== undefined && isJoint(before))))
  })
  const last = tokens.at(-1)
  const long = tokens.length <= LONGEST && part.end - part.start >= SHORTEST && last !== undefined && !isJoint(last)
  return proper && tokens[0]?.capital === true && long && isFree(money, part, tokens)
}

/** Is it no name of another, no word of money, no place? */
function isFree(money: Money, part: Span, tokens: readonly Token[]): boolean {
  const { doc, words, names, heads } = money
  const text = doc.text.slice(part.start, part.end)
  if (/\d/u.test(text) || touches(names, part) || touches(heads, part)) return false
  const spoken = [words.actors, words.genitives, words.purses, words.stances, words.labels, words.gifts]
  const own = spoken.some((lexicon) => lexicon.find({ tokens, blocks: doc.blocks }).length > 0)
  return !own && placesNamed(text).length === 0
}

function foundOf({ doc }: Money, part: Span, label: string): Found<'funders'> {
  const name = doc.text.slice(part.start, part.end).replace(/\s+/gu, ' ')
  const value = { id: null, type: 'organisation', parent: null, name } as const
  const because = `stands under “${label}”`
  return { dimension: 'funders', ...part, value, rule: 'funder/cell', confidence: 0.7, because }
}
