import plWritten from '../data/pl-written.json' with { type: 'json' }
import srWritten from '../data/sr-written.json' with { type: 'json' }
import type { DictionaryData } from '../inflect/index.ts'
import { Book, type BookData } from './book.ts'
import { listIn } from './list.ts'
import type { Locale } from './locale.ts'
import { Classes } from './pattern.ts'
import { perLocale } from './per-locale.ts'
import { pl } from './pl/index.ts'
import { sr } from './sr/index.ts'

/**
 * What a language reads of its lists when its first text comes, as it was read before (lib/data/compile.ts). Each part is JSON kept
 * as one string: what is never asked for takes no time, and nothing keeps what something else was made of.
 */
export interface Written {
  /** BookData */
  readonly book: string
  /** DictionaryData: the first words of names of places. */
  readonly openings: string
  /** Stems of the words that are made of names of places. */
  readonly stems: string
}

const written = /* @__PURE__ */ new Map<Locale, unknown>([
  [sr, srWritten],
  [pl, plWritten],
])

/** What was read before of a language, or undefined, as for a locale of somebody's own making: then it is read from its lists. */
const partOf = (locale: Locale, part: keyof Written): unknown => {
  const parts = written.get(locale) as Written | undefined
  return parts && JSON.parse(parts[part])
}

/** The first words of the names of places of a language's countries, with their forms, as they were read before. */
export const openingsOf = (locale: Locale) => partOf(locale, 'openings') as DictionaryData | undefined

/** The stems of the words that are made of names of places, as they were made before. */
export const stemsIn = (locale: Locale): unknown => partOf(locale, 'stems')

/** The book of a language, which all its lists are read into. */
export const bookOf = /* @__PURE__ */ perLocale(
  (locale) =>
    new Book(locale.inflect, listIn(locale, 'classes', Classes), partOf(locale, 'book') as BookData | undefined),
)
