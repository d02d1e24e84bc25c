import { once } from '../text/index.ts'
import type { Locale } from './locale.ts'

/** What a module makes of a locale's lists, made once per locale: `const cuesOf = perLocale((locale) => new Lexicon(…))`. */
export const perLocale: <Value>(build: (locale: Locale) => Value) => (locale: Locale) => Value = once
