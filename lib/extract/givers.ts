import { funder, funders } from '../gazetteer/funders.ts'
import { bookOf, type Hit, Lexicon, type Locale, longest, perLocale } from '../locales/index.ts'
import type { Doc } from '../text/index.ts'

const ACRONYM = /^[\p{Lu}\p{N}+]{2,}$/u

/** Names of known funders and programmes in a text, the longest of overlapping ones; whether they give anything is not asked. */
export const funderHits = (doc: Doc, locale: Locale): Hit[] =>
  longest(
    [
      ...lexiconOf(locale).find(doc),
      ...apartOf(locale)
        .find(doc)
        .filter((hit) => isApart(doc, hit)),
    ]
      .filter((hit) => isWritten(doc, hit))
      .sort((a, b) => Number(isExact(doc, b)) - Number(isExact(doc, a))),
  )

/** "Senior +": a name that ends in "+" may have a space before it. */
const isApart = ({ text }: Doc, { end }: Hit): boolean => /^\s\+/u.test(text.slice(end, end + 2))

/** Letters with and without a mark fold to one: FEPZ is the programme of Western Pomerania, FEPŻ that of food. */
const isExact = ({ text }: Doc, { start, end, pattern }: Hit): boolean => text.slice(start, end).startsWith(pattern)

/** An acronym stands in capitals, an ending may follow: `GIZ-om`, `EUpro`, but `Cebula` is no CEB. */
function isWritten(doc: Doc, { pattern, start }: Hit): boolean {
  return !ACRONYM.test(pattern) || /^[^\p{Ll}]+$/u.test(doc.text.slice(start, start + 2))
}

const phrasesOf = (language: string): (readonly [string, readonly string[]])[] =>
  funders().map(({ id, patterns }) => [id, [...(patterns['any'] ?? []), ...(patterns[language] ?? [])]])

const lexiconOf = perLocale((locale): Lexicon => new Lexicon(phrasesOf(locale.language), bookOf(locale)))

const apartOf = perLocale((locale): Lexicon => {
  const phrases = phrasesOf(locale.language).map(
    ([id, all]) => [id, all.flatMap((phrase) => (phrase.endsWith('+') ? phrase.slice(0, -1) : []))] as const,
  )
  return new Lexicon(phrases, bookOf(locale))
})

/** Names of funding programmes in a text: "Korpus Wsparcia Seniorów", "Senior+". */
export const programmeHits = (doc: Doc, locale: Locale): Hit[] =>
  funderHits(doc, locale).filter(({ id }) => funder(id)?.type === 'programme')
