import type { Locale } from './locale.ts'

/** What a module makes of a locale's lists, made once per locale: `const cuesOf = perLocale((locale) => new Lexicon(…))`. */
export function perLocale<Value>(build: (locale: Locale) => Value): (locale: Locale) => Value {
  const made = new WeakMap<Locale, { readonly value: Value }>()
  return (locale) => {
    const known = made.get(locale) ?? { value: build(locale) }
    made.set(locale, known)
    return known.value
  }
}
