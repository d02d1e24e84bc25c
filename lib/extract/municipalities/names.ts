import { type Place, placesOf } from '../../gazetteer/index.ts'
import { type Locale, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { type Words, wordsOf } from './lists.ts'

/** A name and all the places that bear it, the largest first: Świdnica names three gminas. */
export interface Name {
  /** Folded, with plain spaces: `czerwionka leszczyny`. */
  readonly key: string
  readonly words: readonly NameWord[]
  readonly places: readonly Place[]
}

/** One word of a name: how it is written and its folded inflected forms. */
export interface NameWord {
  readonly lemma: string
  readonly forms: ReadonlySet<string>
}

/** Names of the countries of a language by every form of their first word. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>

/** Place names lose one letter in declension (Kielce – Kielc); forms that lose more are those of other words. */
const LONGEST_LOSS = 2

/** All names of the language's countries, inflected; built once per language (some 2,900 names for Polish). */
export const namesOf = perLocale((locale): NameIndex => {
  const index = new Map<string, Name[]>()
  for (const name of build(locale))
    for (const form of name.words[0]?.forms ?? []) {
      const names = index.get(form)
      if (names) names.push(name)
      else index.set(form, [name])
    }
  return index
})

function build(locale: Locale): Name[] {
  const spelt = new Map<string, { spelling: string; places: Place[] }>()
  for (const place of locale.countries.flatMap(placesOf)) {
    // A city with powiat rights is one place, its gmina.
    if (place.type === 'city-county') continue
    for (const spelling of [place.name, ...place.also]) {
      const known = spelt.get(spelling)
      if (known) known.places.push(place)
      else spelt.set(spelling, { spelling, places: [place] })
    }
  }
  const inflected = inflector(locale, wordsOf(locale))
  return [...spelt.values()].map(({ spelling, places }) => ({
    key: fold(spelling).replace(/[\s-]+/gu, ' '),
    words: spelling.split(/[\s-]+/u).map((lemma) => ({ lemma, forms: inflected(lemma) })),
    places: places.toSorted((a, b) => b.population - a.population),
  }))
}

/** Inflects each word once, though hundreds of names share `Nowa` or `powiat`. */
function inflector(locale: Locale, { short }: Words): (word: string) => ReadonlySet<string> {
  const cache = new Map<string, ReadonlySet<string>>()
  return (word) => {
    const known = cache.get(word)
    if (known) return known
    const forms = formsOf(word, locale).filter((form) => form.length > fold(word).length - LONGEST_LOSS)
    const all = new Set([...forms, ...(short.get(fold(word)) ?? [])])
    cache.set(word, all)
    return all
  }
}

/** A preposition stays as it is; a word with đ is also typed with a bare d. */
function formsOf(word: string, locale: Locale): string[] {
  if (/^\p{Ll}{1,3}$/u.test(word)) return [fold(word)]
  const bare = /đ/iu.test(word) ? [...locale.inflect(word.replace(/đ/gu, 'd'))] : []
  return [fold(word), ...locale.inflect(word), ...bare]
}
