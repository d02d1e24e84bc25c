import * as z from 'zod'
import { PLACE_TYPES, type PlaceType } from '../../gazetteer/index.ts'
import { Lexicon, type Locale, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'

const words = z.array(z.string())
const Cues = z.record(z.string(), z.object({ types: z.array(z.enum(PLACE_TYPES)), phrases: words }))

/** The shape of `lib/locales/<l>/places.yml`, whose comments say what each list is for. */
const PlaceLists = z.object({
  heads: Cues,
  bodies: Cues,
  links: words,
  where: words,
  joints: words,
  plans: words,
  local: z.record(z.enum(['any', 'own', 'capital']), words),
  elsewhere: words,
  regional: words,
  seats: words,
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
  soft: z.int().nonnegative(),
  regions: z.record(z.string(), words),
  short: z.record(z.string(), words),
})
type PlaceLists = z.infer<typeof PlaceLists>

/** A language's words around municipality names, ready to be found in a text. */
export interface Words {
  readonly heads: Lexicon
  readonly bodies: Lexicon
  /** Kinds of place that a head or a body speaks of, by its id; none where it fits all. */
  readonly types: ReadonlyMap<string, readonly PlaceType[]>
  readonly plans: Lexicon
  /** Words with which a text speaks of its own municipality: `Opština`, `gradski`, `naš grad` (id `own`); those of id `capital` only so. */
  readonly local: Lexicon
  readonly elsewhere: Lexicon
  readonly regional: Lexicon
  /** Names of the places where the state sits. */
  readonly seats: ReadonlySet<string>
  readonly streets: Lexicon
  readonly persons: Lexicon
  readonly abroad: Lexicon
  readonly regions: Lexicon
  readonly links: ReadonlySet<string>
  readonly where: ReadonlySet<string>
  readonly joints: ReadonlySet<string>
  readonly common: ReadonlySet<string>
  readonly strict: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** All forms of the adjectives that open names. */
  readonly openers: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
  readonly adjectives: readonly string[]
  readonly inhabitants: readonly string[]
  readonly soft: number
  readonly short: ReadonlyMap<string, readonly string[]>
}

/** The words of a language, compiled once. Throws where `places.yml` has not the shape it should have. */
export const wordsOf = perLocale((locale): Words => build(PlaceLists.parse(locale.lists['places']), locale))

function build(lists: PlaceLists, locale: Locale): Words {
  const lexicon = (id: string, phrases: readonly string[]) => new Lexicon([[id, phrases]], locale.book)
  const cues = (list: z.infer<typeof Cues>) =>
    new Lexicon(
      Object.entries(list).map(([id, cue]) => [id, cue.phrases] as const),
      locale.book,
    )
  const folded = (list: readonly string[]) => new Set(list.map(fold))
  return {
    heads: cues(lists.heads),
    bodies: cues(lists.bodies),
    types: new Map(
      [...Object.entries(lists.heads), ...Object.entries(lists.bodies)].map(([id, { types }]) => [id, types]),
    ),
    plans: lexicon('plan', lists.plans),
    local: new Lexicon(Object.entries(lists.local), locale.book),
    elsewhere: lexicon('elsewhere', lists.elsewhere),
    regional: lexicon('regional', lists.regional),
    seats: new Set(lists.seats),
    streets: lexicon('street', lists.streets),
    persons: lexicon('person', [...lists.persons, ...lists['given-names']]),
    abroad: lexicon('abroad', lists.abroad),
    regions: new Lexicon(Object.entries(lists.regions), locale.book),
    links: folded(lists.links),
    where: folded(lists.where),
    joints: folded(lists.joints),
    common: folded(lists.common),
    strict: folded(lists.strict),
    words: new Set(lists.words),
    openers: new Set(lists.openers.flatMap((word) => [...locale.inflect(word)])),
    generic: folded(lists.generic),
    adjectives: lists.adjectives,
    inhabitants: lists.inhabitants,
    soft: lists.soft,
    short: new Map(Object.entries(lists.short).map(([word, forms]) => [fold(word), forms.map(fold)])),
  }
}
