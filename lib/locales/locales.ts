import type { Locale } from './locale.ts'
import { pl } from './pl/index.ts'
import { sr } from './sr/index.ts'

/** Languages that are analysed, each a folder. A document in another keeps its language and says so. */
export const locales: readonly Locale[] = [sr, pl]

/** The locale of an ISO 639-1 code, or undefined where the language is not analysed yet. */
export const localeOf = (language: string): Locale | undefined => locales.find((locale) => locale.language === language)
