import * as z from 'zod'
import { conceptsOf } from '../concepts/index.ts'
import { type Baseline, type Measure, type SchemeId, SETS } from '../contract/index.ts'
import { Forms } from '../inflect/index.ts'
import { Book, Classes, Lexicon, type Locale, localeOf, longest } from '../locales/index.ts'
import { type Doc, docOf, fold, quote } from '../text/index.ts'
import { goldOf } from './claims.ts'
import { match } from './match.ts'
import { mapped, measure, type Pair } from './score.ts'

/** The stem of a word in a language: `stem('pl', 'seniorów')`. */
export type Stem = (language: string, word: string) => string

/** What is left of a word, by which text and list are compared. */
type Reduce = (word: string) => string

const PREFIX = 5
const Phrases = z.record(z.string(), z.object({ phrases: z.array(z.string()).default([]) }))
const SCHEME = { services: 'services', targetGroups: 'target-groups' } as const satisfies Record<string, SchemeId>
const COMPARED = SETS.filter((dimension) => dimension === 'services' || dimension === 'targetGroups')

/** How each baseline reduces the words of a language. */
const reducers = (stem: Stem): Readonly<Record<Baseline, (language: string) => Reduce>> => ({
  lemma: () => fold,
  snowball: (language) => (word) => fold(stem(language, word.toLowerCase())),
  prefix: () => (word) => fold(word).slice(0, PREFIX),
})

/**
 * What finding the same labels and phrases (without those that need a context) would give with no grammar and no scope:
 * words as they stand in the list, Snowball stems, the first five letters. The longest of overlapping phrases counts.
 */
export function baselinesOf(
  pairs: readonly Pair[],
  stem: Stem,
): Record<Baseline, Record<'services' | 'targetGroups', Measure>> {
  const docs = pairs.flatMap(({ gold, record }) => {
    const locale = localeOf(gold.language)
    const reading = { text: record.text ?? '', pages: [], marks: [] }
    return locale ? [{ gold, locale, doc: docOf(reading, locale) }] : []
  })
  return mapped(['lemma', 'snowball', 'prefix'], (name) => {
    const reduceIn = reducers(stem)[name]
    const finders = new Map<string, Find>()
    return mapped(COMPARED, (dimension) => {
      const outcomes = docs.map(({ gold, locale, doc }) => {
        const key = `${locale.language} ${dimension}`
        const find = finders.get(key) ?? finder(locale, SCHEME[dimension], reduceIn(locale.language))
        finders.set(key, find)
        const claims = find(doc).map((id) => ({ name: id, mentions: [] }))
        return match(
          claims,
          goldOf(gold, dimension, () => []),
        )
      })
      const sum = (part: 'matched' | 'wrong' | 'missed') => outcomes.reduce((n, each) => n + each[part].length, 0)
      return measure(sum('matched'), sum('wrong'), sum('missed'))
    })
  })
}

type Find = (doc: Doc) => string[]

/** Finds the concepts of a scheme by the reduced words of their labels and phrases. */
function finder({ language, lists }: Locale, scheme: SchemeId, reduce: Reduce): Find {
  const phrases = Phrases.parse(lists[scheme])
  const label = language === 'sr' ? 'sr-Latn' : 'pl'
  const entries = conceptsOf(scheme)
    .filter(({ broader }) => broader !== undefined)
    .map(({ id, labels }) => {
      const sources = [labels[label].replace(/[^\p{L}\p{N} ]/gu, ' ').trim(), ...(phrases[id]?.phrases ?? [])]
      return [id, sources.map((source) => reduced(source, reduce))] as const
    })
  const classes = Object.entries(Classes.parse(lists['classes']))
  const reducedClasses = classes.map(([name, words]) => [name, words.map((word) => reduced(word, reduce))] as const)
  const book = new Book((word) => new Forms([reduce(word)]), Object.fromEntries(reducedClasses))
  const lexicon = new Lexicon(entries, book)
  return (doc) => {
    const tokens = doc.tokens.map((token) => ({ ...token, form: reduce(wordOf(doc, token)) }))
    return [...new Set(longest(lexicon.find({ tokens, blocks: doc.blocks })).map(({ id }) => id))]
  }
}

/** A phrase with nothing pinned, and the beginnings of words reduced as words are. */
const reduced = (source: string, reduce: Reduce): string =>
  source.replaceAll('!', '').replace(/(\p{L}+)\*/gu, (_, start: string) => `${reduce(start)}*`)

/** A word of the text, joined where it is hyphenated over a line end. */
const wordOf = (doc: Doc, token: Doc['tokens'][number]): string => quote(doc, token).replace(/[-‐¬]\s+/gu, '')
