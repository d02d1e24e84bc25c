import * as z from 'zod'
import { PLACE_TYPES, type PlaceType } from '../../gazetteer/index.ts'
import { bookOf, Lexicon, type Locale, listIn, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { latin } from './spelling.ts'

const words = z.array(z.string())
const Cues = z.record(z.string(), z.strictObject({ types: z.array(z.enum(PLACE_TYPES)), phrases: words }))

/** The shape of `lib/locales/<l>/places.yml`, whose comments say what each list is for. */
const PlaceLists = z.strictObject({
  heads: Cues,
  bodies: Cues,
  links: words,
  where: words,
  within: words,
  lying: words,
  near: words,
  joints: words,
  plans: words,
  local: z.record(z.enum(['any', 'own', 'capital']), words),
  elsewhere: words,
  regional: words,
  seats: words,
  bylines: words,
  associations: words,
  'day-words': words.min(1),
  'year-words': words.min(1),
  around: words,
  grounds: words,
  facilities: words,
  undertakings: words,
  events: words,
  programmes: words,
  national: words,
  games: words,
  institutions: words,
  people: words,
  streets: words,
  persons: words,
  'given-names': words,
  abroad: words,
  common: words,
  strict: words,
  words,
  openers: words,
  generic: words,
  adjectives: words,
  inhabitants: words,
  epithets: z.strictObject({
    adjectives: z.record(z.string(), words),
    'adjective-endings': words,
    inhabitants: z.record(z.string(), words),
    'inhabitant-endings': words,
    'first-word': z.boolean(),
    capital: z.boolean(),
    not: words,
  }),
  soft: z.int().nonnegative(),
  regions: z.record(z.string(), words),
  short: z.record(z.string(), words),
})
type PlaceLists = z.infer<typeof PlaceLists>

/** How adjectives and names of inhabitants are made of names: what stands in the place of a name's ending. */
export interface Epithets {
  readonly adjectives: ReadonlyMap<string, readonly string[]>
  readonly adjectiveEndings: readonly string[]
  readonly inhabitants: ReadonlyMap<string, readonly string[]>
  readonly inhabitantEndings: readonly string[]
  /** Of a name of two words the first alone makes them too: `gorzowski`. */
  readonly firstWord: boolean
  /** Names of inhabitants have a capital. */
  readonly capital: boolean
  /** Stems that are words of their own. */
  readonly not: readonly string[]
}

/** A language's words around municipality names, ready to be found in a text. */
export interface Words {
  readonly heads: Lexicon
  readonly bodies: Lexicon
  /** Kinds of place that a head or a body speaks of, by its id; none where it fits all. */
  readonly types: ReadonlyMap<string, readonly PlaceType[]>
  readonly plans: Lexicon
  /**
   * Words with which a text speaks of its own municipality: `Opština`, `gradski`, `naš grad` (id `own`); those of id
   * `capital` only so.
   */
  readonly local: Lexicon
  readonly elsewhere: Lexicon
  readonly regional: Lexicon
  /** Names of the places where the state sits. */
  readonly seats: ReadonlySet<string>
  /** In the line that says where and when, before the day and behind the year: `Kielce, dnia 4 września`, `2024 r., Kielce`. */
  readonly days: string
  readonly years: string
  /** Open the line that names who wrote a text: `Autor`. */
  readonly bylines: ReadonlySet<string>
  /** The name of one of these with its seat heads its page: `Fundacja „Most” – Zgierz`. */
  readonly associations: ReadonlySet<string>
  /** Behind a town in the name of a newspaper: `i okolice`. */
  readonly around: readonly string[]
  /** Before a name these make it the place of a text that names no other: `teren`, `mieszkańcy`. */
  readonly grounds: Lexicon
  /** What stands in one place and serves its people: `klub`, `centrum`. */
  readonly facilities: Lexicon
  /** What is done for people: "projekt", "pomoc". */
  readonly undertakings: Lexicon
  /** Meetings of people from elsewhere, which say nothing of the place where they are. */
  readonly events: Lexicon
  /** Meetings of the whole country, and words of sport: there a town is where they met, or a club. */
  readonly national: Lexicon
  readonly games: Lexicon
  /** Programmes that pay, with the name of a region behind them. */
  readonly programmes: Lexicon
  /** Behind an adjective of a place these are its own institutions: `gorzowski magistrat`; and its people. */
  readonly institutions: Lexicon
  readonly people: Lexicon
  readonly streets: Lexicon
  readonly persons: Lexicon
  readonly abroad: Lexicon
  readonly regions: Lexicon
  /** Head words as lists give them, of one place each: `opština`. */
  readonly singles: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly where: ReadonlySet<string>
  /** Between a name and the unit in which it lies; between a name and a place near it. */
  readonly within: ReadonlySet<string>
  /** Between a village and the municipality in which it lies. */
  readonly lying: ReadonlySet<string>
  readonly near: ReadonlySet<string>
  readonly joints: ReadonlySet<string>
  readonly common: ReadonlySet<string>
  readonly strict: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** All forms of the adjectives that open names. */
  readonly openers: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
  readonly adjectives: readonly string[]
  readonly inhabitants: readonly string[]
  readonly epithets: Epithets
  readonly soft: number
  readonly short: ReadonlyMap<string, readonly string[]>
}

/** The words of a language, compiled once. Throws where `places.yml` has not the shape it should have. */
export const wordsOf = perLocale((locale): Words => build(listIn(locale, 'places', PlaceLists), locale))

function build(lists: PlaceLists, locale: Locale): Words {
  const lexicon = (phrases: readonly string[]) => new Lexicon([['phrase', phrases]], bookOf(locale))
  const cues = (list: z.infer<typeof Cues>) =>
    new Lexicon(
      Object.entries(list).map(([id, cue]) => [id, cue.phrases] as const),
      bookOf(locale),
    )
  const folded = (list: readonly string[]) => new Set(list.map(fold))
  return {
    ...lexiconsOf(lists, lexicon),
    heads: cues(lists.heads),
    bodies: cues(lists.bodies),
    types: new Map(
      [...Object.entries(lists.heads), ...Object.entries(lists.bodies)].map(([id, { types }]) => [id, types]),
    ),
    local: new Lexicon(Object.entries(lists.local), bookOf(locale)),
    seats: new Set(lists.seats),
    bylines: folded(lists.bylines),
    associations: folded(lists.associations),
    days: eitherOf(lists['day-words']),
    years: eitherOf(lists['year-words']),
    around: lists.around.map(fold),
    regions: new Lexicon(Object.entries(lists.regions), bookOf(locale)),
    singles: folded(Object.values(lists.heads).flatMap(({ phrases }) => phrases)),
    links: folded(lists.links),
    where: folded(lists.where),
    within: folded(lists.within),
    lying: folded(lists.lying),
    near: folded(lists.near),
    joints: folded(lists.joints),
    common: folded(lists.common),
    strict: folded(lists.strict),
    words: new Set(lists.words),
    openers: new Set(lists.openers.flatMap((word) => [...locale.inflect(word)])),
    generic: folded(lists.generic),
    adjectives: lists.adjectives,
    inhabitants: lists.inhabitants,
    epithets: epithetsIn(lists),
    soft: lists.soft,
    short: new Map(Object.entries(lists.short).map(([word, forms]) => [fold(word), forms.map(fold)])),
  }
}

/** An alternation for a regular expression, of words as they stand. */
const eitherOf = (list: readonly string[]): string => list.map((word) => word.replaceAll('.', '\\.')).join('|')

/** Words of which it matters only where they stand. */
function lexiconsOf(lists: PlaceLists, lexicon: (phrases: readonly string[]) => Lexicon) {
  return {
    plans: lexicon(lists.plans),
    elsewhere: lexicon(lists.elsewhere),
    regional: lexicon(lists.regional),
    grounds: lexicon(lists.grounds),
    facilities: lexicon(lists.facilities),
    undertakings: lexicon(lists.undertakings),
    events: lexicon(lists.events),
    national: lexicon(lists.national),
    games: lexicon(lists.games),
    programmes: lexicon(lists.programmes),
    institutions: lexicon(lists.institutions),
    people: lexicon(lists.people),
    streets: lexicon(lists.streets),
    persons: lexicon([...lists.persons, ...lists['given-names']]),
    abroad: lexicon(lists.abroad),
  }
}

function epithetsIn({ epithets }: PlaceLists): Epithets {
  const rules = (list: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(list).map(([ending, stems]) => [latin(ending), stems.map(latin)]))
  const longest = (endings: readonly string[]) => endings.map(latin).sort((a, b) => b.length - a.length)
  return {
    adjectives: rules(epithets.adjectives),
    adjectiveEndings: longest(epithets['adjective-endings']),
    inhabitants: rules(epithets.inhabitants),
    inhabitantEndings: longest(epithets['inhabitant-endings']),
    firstWord: epithets['first-word'],
    capital: epithets.capital,
    not: epithets.not,
  }
}
