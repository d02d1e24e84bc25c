import * as z from 'zod'
import { type Locale, listIn, perLocale } from '../locales/index.ts'
import { fold } from '../text/index.ts'

const phrases = z.array(z.string())
/** A language may have none. */
const some = phrases.default([])
const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

/**
 * The shape of `lib/locales/<l>/scope.yml`, whose comments say what each list is for: phrases, or words looked up as
 * they stand.
 */
const Scope = z.strictObject({
  providing: phrases,
  refusal: phrases,
  lacking: some,
  excluding: some,
  'excluding-heading': some,
  denial: some,
  asking: some,
  declining: some,
  it: some.transform(folded),
  negation: some.transform(folded),
  'refusing-heading': phrases,
  elsewhere: phrases,
  relatives: phrases,
  linking: some,
  joining: phrases.transform(folded),
  turns: phrases.transform(folded),
  purposes: phrases.transform(folded),
  'actor-labels': phrases,
  statistics: phrases,
  stories: some,
  causes: phrases.transform(folded),
  needing: phrases.transform(folded),
  aging: some.transform(folded),
  having: some.transform(folded),
  describing: some.transform((endings) => endings.map(fold)),
  datives: phrases,
  pointing: some.transform(folded),
})

/** The words of a language that decide whether a mention counts, read once: `scopeOf(locale).purposes.has('za')`. */
export const scopeOf = perLocale((locale) => listIn(locale, 'scope', Scope))

/** Has a folded word the ending of a dative: "starima", "seniorom"? In it stand those to whom something is given. */
export const isDative = (locale: Locale, form: string): boolean =>
  scopeOf(locale).datives.some((ending) => form.endsWith(ending))
