import { placesNamed } from '../../gazetteer/index.ts'
import { inside, overlaps, type Span, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import type { Money } from './money.ts'

/** A name of one word has so many letters at least. */
const SHORTEST = 4
/** What parts the sources in one cell. */
const PART = /[^;,\n]+/gu

/**
 * Names in capitals, with no word of a fund or ministry before them, among the sources of a column that says it names
 * these: "Opština Prijepolje, Helvetas", "HBIS GROUP Serbia Iron & Steel".
 */
export function inCells(money: Money): Found<'funders'>[] {
  const { doc, zones } = money
  return zones
    .filter(({ rule, surmised }) => rule === 'funder/column' && !surmised)
    .flatMap((zone) => {
      const parts = Array.from(doc.text.slice(zone.start, zone.end).matchAll(PART), (match) => {
        const start = zone.start + match.index + match[0].length - match[0].trimStart().length
        return { start, end: start + match[0].trim().length }
      })
      return parts
        .filter((part) => isName(money, part, parts.length > 1))
        .map((part) => foundOf(money, part, zone.label))
    })
}

/** Capitals throughout, one of them a word: two or more, or one beside other sources. */
function isName(money: Money, part: Span, beside: boolean): boolean {
  const { doc, words, names, heads } = money
  const tokens = inside(doc.tokens, part)
  const text = doc.text.slice(part.start, part.end)
  const proper = tokens.every(({ capital }) => capital) && tokens.some((token) => token.capital && !token.acronym)
  const long = tokens.length > 1 || (beside && text.length >= SHORTEST)
  if (!proper || !long || /\d/u.test(text) || touches(names, part) || heads.some((head) => overlaps(head, part)))
    return false
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
