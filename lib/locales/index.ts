import type { Locale } from './locale.ts'
import { pl } from './pl/index.ts'
import { sr } from './sr/index.ts'

/** Languages that are analysed, each a folder. A document in another keeps its language and says so. */
export const locales: readonly Locale[] = [sr, pl]

/** The locale of an ISO 639-1 code, or undefined where the language is not analysed yet. */
export const localeOf = (language: string): Locale | undefined => locales.find((locale) => locale.language === language)

export { Book } from './book.ts'
export { type Hit, Lexicon, longest } from './lexicon.ts'
export { listIn } from './list.ts'
export type { Lists, Locale } from './locale.ts'
export { Classes, isLoose } from './pattern.ts'
export { perLocale } from './per-locale.ts'
export { leapsIn } from './row.ts'
export { shown } from './shown.ts'
export { bookOf, type Written, writtenOf } from './written.ts'
