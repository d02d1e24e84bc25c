import { type Place, placesOf } from '../../gazetteer/index.ts'
import { Dictionary, Forms, type Inflect } from '../../inflect/index.ts'
import { type Locale, openingsOf, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { type Words, wordsOf } from './lists.ts'

/** A name and all the places that bear it, the largest first: Świdnica names three gminas. */
export interface Name {
  /** Folded, with plain spaces: `czerwionka leszczyny`. */
  readonly key: string
  readonly words: readonly NameWord[]
  readonly places: readonly Place[]
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

/** All names of the language's countries; built once per language (some 2,900 names for Polish). */
export const namesOf = perLocale((locale): NameIndex => {
  const inflected = inflector(locale, wordsOf(locale))
  const all = build(locale, inflected)
  const openings = new Dictionary(inflected, openingsOf(locale))
  const byOpening = Map.groupBy(all, ({ words: [first] }) => openings.numberOf(first?.lemma ?? ''))
  const units = new Map<string, readonly Name[]>()
  for (const names of byOpening.values()) {
    const [noun] = names[0]?.words ?? []
    if (noun && /^\p{Ll}/u.test(noun.lemma)) for (const form of noun.forms) units.set(form, names)
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
  return [...spelt.values()].map(({ spelling, places }) => ({
    key: fold(spelling).replace(/[\s-]+/gu, ' '),
    words: spelling.split(/[\s-]+/u).map((lemma) => ({
      lemma,
      get forms() {
        return inflected(lemma)
      },
    })),
    places: places.toSorted((a, b) => b.population - a.population),
  }))
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
