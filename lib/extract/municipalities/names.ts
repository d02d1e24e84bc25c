import { type Place, placesOf } from '../../gazetteer/index.ts'
import { Dictionary, Forms, type Inflect } from '../../inflect/index.ts'
import { type Locale, openingsOf, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { type Words, wordsOf } from './lists.ts'

/** What parts the words of a name. */
const GAPS = /[\s-]+/gu

/** A name and all the places that bear it. A text asks for few of some 2,900: their words are told apart when it does. */
export class Name {
  /** The largest first: Świdnica names three gminas. */
  readonly places: readonly Place[]
  readonly #spelling: string
  readonly #inflect: Inflect
  #key: string | undefined
  #words: readonly NameWord[] | undefined

  constructor(spelling: string, places: readonly Place[], inflect: Inflect) {
    this.places = places.toSorted((a, b) => b.population - a.population)
    this.#spelling = spelling
    this.#inflect = inflect
  }

  /** Folded, with plain spaces: `czerwionka leszczyny`. */
  get key(): string {
    this.#key ??= fold(this.#spelling).replace(GAPS, ' ')
    return this.#key
  }

  /** The first word as it is written: `Czerwionka`. */
  get opening(): string {
    return /^[^\s-]*/u.exec(this.#spelling)?.[0] ?? ''
  }

  get words(): readonly NameWord[] {
    const inflect = this.#inflect
    this.#words ??= this.#spelling.split(GAPS).map((lemma) => ({
      lemma,
      get forms() {
        return inflect(lemma)
      },
    }))
    return this.#words
  }
}

/** One word of a name: how it is written and its folded inflected forms, made when they are asked for. */
export interface NameWord {
  readonly lemma: string
  readonly forms: Forms
}

/** Names of the countries of a language. */
export interface NameIndex {
  readonly all: readonly Name[]
  /** The first words of all names. */
  readonly openings: Dictionary
  /** Those whose first word has this form. */
  byForm(form: string): readonly Name[]
  /** Those that open with a common noun, `powiat rudzki`, by every form of it. */
  readonly units: ReadonlyMap<string, readonly Name[]>
}

/** Place names lose one letter in declension (Kielce – Kielc); forms that lose more are those of other words. */
const LONGEST_LOSS = 1

/** All names of the language's countries; built once per language. */
export const namesOf = perLocale((locale): NameIndex => {
  const inflected = inflector(locale, wordsOf(locale))
  const all = build(locale, inflected)
  const openings = new Dictionary(inflected, openingsOf(locale))
  const byOpening = Map.groupBy(all, ({ opening }) => openings.numberOf(opening))
  const units = new Map<string, readonly Name[]>()
  for (const names of byOpening.values()) {
    const noun = names[0]?.opening ?? ''
    if (/^\p{Ll}/u.test(noun)) for (const form of inflected(noun)) units.set(form, names)
  }
  return { all, openings, byForm: (form) => openings.get(form).flatMap((word) => byOpening.get(word) ?? []), units }
})

function build(locale: Locale, inflected: Inflect): Name[] {
  const spelt = new Map<string, { spelling: string; places: Place[] }>()
  for (const place of locale.countries.flatMap(placesOf)) {
    // A city with powiat rights is one place, its gmina.
    if (place.type === 'city-county') continue
    for (const bracketed of [place.name, ...place.also]) {
      // "Dobra (Szczecińska)" is written without its brackets too.
      const spelling = bracketed.replace(/[()]/gu, '')
      const known = spelt.get(spelling)
      if (known) known.places.push(place)
      else spelt.set(spelling, { spelling, places: [place] })
    }
  }
  return [...spelt.values()].map(({ spelling, places }) => new Name(spelling, places, inflected))
}

/** Inflects each word once, though hundreds of names share `Nowa` or `powiat`. */
function inflector(locale: Locale, { short }: Words): Inflect {
  const cache = new Map<string, Forms>()
  return (word) => {
    const known = cache.get(word)
    if (known) return known
    const shortest = fold(word).length - LONGEST_LOSS
    const forms = new Forms(short.get(fold(word)))
    for (const some of spellingsOf(word, locale)) forms.include(some, shortest)
    cache.set(word, forms)
    return forms
  }
}

/** A preposition stays as it is; a word with đ is also typed with a bare d. */
function spellingsOf(word: string, { inflect }: Locale): Forms[] {
  const own = new Forms([fold(word)])
  if (/^\p{Ll}{1,3}$/u.test(word)) return [own]
  return [own, inflect(word), ...(/đ/iu.test(word) ? [inflect(word.replace(/đ/gu, 'd'))] : [])]
}
