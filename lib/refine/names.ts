import type { Found } from '../extract/extractor.ts'
import { programmeHits } from '../extract/givers.ts'
import { bookOf, Lexicon, type Locale, perLocale } from '../locales/index.ts'
import {
  contains,
  type Doc,
  firstIn,
  inOrder,
  inside,
  overlapping,
  overlaps,
  type Span,
  type Token,
} from '../text/index.ts'
import { adjacent, tailEnd, wordsOf } from './extent.ts'
import { conceptOf, isConcept, type Refiner } from './refiner.ts'

interface Heads {
  readonly heads: Lexicon<'organisation' | 'law'>
  /** Names that end by themselves. */
  readonly closed: Lexicon
  /** Heads whose members stand right behind them. */
  readonly associations: Lexicon
}

/** A name in a text, with its head word. */
interface Name {
  readonly head: Span
  readonly name: Span
  /** A name that ends by itself, without who is named beside it: "Crveni krst" of "Crveni krst i učenici". */
  readonly own?: Span
}

/**
 * What stands inside the name of an organisation or a law is neither served nor offered: "Romski centar Požega",
 * "Zakon o socijalnoj zaštiti", "Stowarzyszenie Rodziców Dzieci Niepełnosprawnych". Where a service covers the head
 * word itself ("klub seniora", "Centrum Usług Społecznych"), the name is the service and nothing is masked. Nor is a word
 * of a municipality's own name more than that: Stara Pazova is no old woman. Nor is the word that a street is called by. A
 * programme may be called after the service that it pays for, but the people in its name are no group: "Korpus Wsparcia Seniorów".
 */
export const names: Refiner = (found, { doc, locale }) => {
  const servicesAt = overlapping(found.filter(({ dimension }) => dimension === 'services').sort(inOrder))
  const members = associationsIn(
    doc,
    locale,
    found.filter(({ dimension }) => dimension === 'targetGroups'),
  )
  const masks = [...namesIn(doc, locale), ...members].filter(
    ({ head }) => !servicesAt(head).some((service) => contains(service, head)),
  )
  const masksAt = overlapping([...masks].map(({ head, name, own = name }) => ({ ...name, head, own })).sort(inOrder))
  const programmesAt = overlapping(programmeHits(doc, locale).sort(inOrder))
  const placesAt = overlapping(found.filter(({ dimension }) => dimension === 'municipalities').sort(inOrder))
  const isName = (mention: Found): boolean =>
    masksAt(mention).some(
      ({ head, own }) => !contains(mention, head) && (mention.dimension === 'targetGroups' || overlaps(own, mention)),
    ) ||
    (mention.dimension === 'targetGroups' && programmesAt(mention).some((name) => contains(name, mention))) ||
    placesAt(mention).some((place) => contains(place, mention)) ||
    isPlaceName(doc, locale, mention) ||
    isStreet(doc, locale, mention)
  return found.filter((mention) => !isConcept(mention) || !isName(mention))
}

/** Groups whose names are written with a capital anywhere. */
const NATIONS: ReadonlySet<string> = new Set(['roma', 'migrants-asylum-seekers', 'refugees-idps'])

/** "U Borcu mi se desilo", "iz Starca": one word with a capital behind a preposition of place is a village, and no veteran. */
function isPlaceName(doc: Doc, locale: Locale, mention: Found): boolean {
  if (mention.dimension !== 'targetGroups' || NATIONS.has(conceptOf(mention))) return false
  const [token, next] = inside(doc.tokens, mention)
  const before = doc.tokens[(token?.index ?? 0) - 1]
  if (!token?.capital || token.acronym || next || !before || !adjacent(doc, before, token)) return false
  return /\p{Ll}/u.test(doc.text.slice(token.start, token.end)) && wordsOf(locale).locatives.has(before.form)
}

/** Words of a street's name behind the word for it, at most: "ulica Dzieci Warszawy". */
const STREET = 2

/** Does it begin or end with what a street is called by: "ul. Dziecięca", "w bloku przy ulicy Komunalnej"? */
function isStreet(doc: Doc, locale: Locale, mention: Found): boolean {
  const words = inside(doc.tokens, mention)
  const { streets } = wordsOf(locale)
  return [words[0], words.at(-1)].some((token) => {
    if (!token?.capital || token.acronym) return false
    const before = doc.tokens.slice(Math.max(0, token.index - STREET), token.index)
    const street = before.findLast(({ form }) => streets.has(form))
    return street !== undefined && /^\.?\s(?:\p{Lu}\p{L}+\s)?$/u.test(doc.text.slice(street.end, token.start))
  })
}

/** Names of organisations and laws in the text, each with its head word. */
export function namesIn(doc: Doc, locale: Locale): Name[] {
  const { heads, closed } = headsOf(locale)
  const ends = new Map(closed.find(doc).map((hit) => [hit.first, hit.last] as const))
  return heads.find(doc).flatMap(({ id, first, last, start, end }) => {
    const head = { start, end }
    const own = ends.get(first)
    const dated = id === 'law' ? datedEnd(doc, end) : undefined
    const tail = tailEnd(doc, locale, {
      last: dated ?? own ?? last,
      isClosed: own !== undefined,
      isDated: dated !== undefined,
      isLaw: id === 'law',
    })
    const opening = openingOf(doc, first)
    // A head of several words ("služba za zapošljavanje") is a name by itself, wherever it stands.
    const isWhole = last - first > 1
    const proper = isWhole || doc.tokens[first]?.capital || opening < start || id === 'law'
    const named = isWhole || tail > last || opening < start
    const name = { start: opening, end: doc.tokens[tail - 1]?.end ?? end }
    const alone = own === undefined ? {} : { own: { start: opening, end: doc.tokens[own - 1]?.end ?? end } }
    return proper && named ? [{ head, name, ...alone }] : []
  })
}

/** Index of the token behind the date between a law and its name: "ustawa z dnia 27 sierpnia 1997 r. o …". */
function datedEnd(doc: Doc, end: number): number | undefined {
  const date = DATE.exec(doc.text.slice(end, end + LONGEST_DATE))?.[0]
  const start = end + (date?.length ?? 0)
  return date === undefined ? undefined : firstIn(doc.tokens, { start, end: start + 1 })?.index
}

/** A date that ends in its year, with the abbreviation behind it. */
const DATE = /^[^\n.,;:()]*\b(?:19|20)\d{2}\s*(?:\p{L}{1,4}\.?)?\s+(?=\p{L})/u
const LONGEST_DATE = 50

/**
 * Associations with those they are made of, in whatever letters: "udruženje mladih", "rada seniorów", or with their
 * name in quotes.
 */
function associationsIn(doc: Doc, locale: Locale, groups: readonly Span[]): Name[] {
  const groupAt = new Map(groups.map((group) => [group.start, group] as const))
  return headsOf(locale)
    .associations.find(doc)
    .flatMap(({ first, last, start, end }) => {
      const head = doc.tokens[first]
      const next = doc.tokens[last]
      if (!head || !next || !adjacent(doc, head, next)) return []
      const tail = groupAt.get(next.start)?.end ?? quotedEnd(doc, { start: end, end: next.start })
      return tail === undefined ? [] : [{ head: { start, end }, name: { start, end: tail } }]
    })
}

/** Where the quotes close that open between a head and its next word: udruženje „Dečji centar za igru“. */
function quotedEnd(doc: Doc, { start, end }: Span): number | undefined {
  if (!/[„"“]/u.test(doc.text.slice(start, end))) return undefined
  const inner = doc.text.slice(end, end + LONGEST_QUOTE).search(/["”“\n]/u)
  return inner < 0 || doc.text[end + inner] === '\n' ? undefined : end + inner
}

/** Characters of a name in quotes, at most. */
const LONGEST_QUOTE = 80

/** Start of the name: capitals that stand before its head inside a sentence ("Romskim centrom", "Romskog edukativnog centra"). */
function openingOf(doc: Doc, first: number): number {
  const head = doc.tokens[first]
  const [earliest, earlier, before] = doc.tokens.slice(Math.max(0, first - 3), first)
  if (!head || !before || !adjacent(doc, before, head)) return head?.start ?? 0
  if (before.capital) return inSentence(doc, earlier, before) ? before.start : head.start
  const agrees = earlier?.capital && adjacent(doc, earlier, before) && earlier.form.at(-1) === before.form.at(-1)
  return agrees && before.form.length > SHORTEST_ADJECTIVE && inSentence(doc, earliest, earlier)
    ? earlier.start
    : head.start
}

/** An adjective between a capital and the head of a name is longer. */
const SHORTEST_ADJECTIVE = 4

const inSentence = (doc: Doc, earlier: Token | undefined, token: Token): boolean =>
  earlier !== undefined && /^[^.!?:\n"“„]*$/u.test(doc.text.slice(earlier.end, token.start))

const headsOf = perLocale((locale): Heads => {
  const { organisations, closed, associations, laws } = wordsOf(locale)
  return {
    heads: new Lexicon([['organisation', organisations] as const, ['law', laws] as const], bookOf(locale)),
    closed: new Lexicon([['closed', closed]], bookOf(locale)),
    associations: new Lexicon([['association', associations]], bookOf(locale)),
  }
})
