import plText from '../data/pl-written.json' with { type: 'json' }
import srText from '../data/sr-written.json' with { type: 'json' }
import type { DictionaryData } from '../inflect/index.ts'
import { Book, type BookData } from './book.ts'
import { listIn } from './list.ts'
import type { Locale } from './locale.ts'
import { Classes } from './pattern.ts'
import { perLocale } from './per-locale.ts'
import { pl } from './pl/index.ts'
import { sr } from './sr/index.ts'

/** What a language reads of its lists when its first text comes, as it was read before (lib/data/compile.ts). */
export interface Written {
  readonly book: BookData
  /** The first words of names of places. */
  readonly openings: DictionaryData
}

/** JSON kept as one string: a program that never asks for it takes no time to read what it says. */
const texts = /* @__PURE__ */ new Map([
  [sr, srText],
  [pl, plText],
])

/** What was read before of a language, or undefined, as for a locale of somebody's own making: then it is read from its lists. */
export const writtenOf = /* @__PURE__ */ perLocale((locale: Locale): Written | undefined => {
  const text = texts.get(locale)
  return typeof text === 'string' ? (JSON.parse(text) as Written) : undefined
})

/** The book of a language, which all its lists are read into. */
export const bookOf = /* @__PURE__ */ perLocale(
  (locale) => new Book(locale.inflect, listIn(locale, 'classes', Classes), writtenOf(locale)?.book),
)
