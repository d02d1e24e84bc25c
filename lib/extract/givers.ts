import { funders } from '../gazetteer/funders.ts'
import { type Hit, Lexicon, type Locale, longest } from '../locales/index.ts'
import type { Doc } from '../text/index.ts'

const lexicons = new WeakMap<Locale, Lexicon>()

/** Names of known funders and programmes in a text, the longest of overlapping ones; whether they give anything is not asked. */
export const funderHits = (doc: Doc, locale: Locale): Hit[] => longest(lexiconOf(locale).find(doc))

function lexiconOf(locale: Locale): Lexicon {
  const lexicon = lexicons.get(locale) ?? build(locale)
  lexicons.set(locale, lexicon)
  return lexicon
}

function build({ language, countries, inflect }: Locale): Lexicon {
  const listed = funders().filter((funder) => funder.countries.some((country) => countries.includes(country)))
  const phrases = listed.map(
    ({ id, patterns }) => [id, [...(patterns['any'] ?? []), ...(patterns[language] ?? [])]] as const,
  )
  return new Lexicon(phrases, inflect)
}
