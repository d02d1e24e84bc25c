import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { conceptsOf } from '../../lib/concepts/index.ts'
import { lexical } from '../../lib/extract/lexical.ts'
import { bookOf, Lexicon, type Locale, locales } from '../../lib/locales/index.ts'
import { type Classes, spellingsOf, termsIn } from '../../lib/locales/pattern.ts'
import { type Doc, docOf } from '../../lib/text/index.ts'

const PARTS = ['phrases', 'context', 'not', 'around'] as const

const List = z.record(
  z.string(),
  z.strictObject({
    phrases: z.array(z.string()).min(1),
    context: z.array(z.string()).default([]),
    not: z.array(z.string()).default([]),
    around: z.array(z.string()).default([]),
    for: z.strictObject({ groups: z.array(z.string()).min(1), phrases: z.array(z.string()).min(1) }).optional(),
  }),
)

const lists = ['services', 'target-groups'] as const

for (const locale of locales)
  describe.each(lists)(`${locale.language} %s`, (name) => {
    const list = List.parse(locale.lists[name])
    const phrases = Object.entries(list).flatMap(([id, entry]) => [
      ...PARTS.flatMap((part) => entry[part].map((phrase) => ({ id, part, phrase }))),
      ...(entry.for?.phrases ?? []).map((phrase) => ({ id, part: 'for', phrase })),
    ])

    it('binds words to groups of the scheme', () => {
      const groups = new Set(conceptsOf('target-groups').map(({ id }) => id))
      const bound = Object.values(list).flatMap((entry) => entry.for?.groups ?? [])
      expect(bound.filter((group) => !groups.has(group))).toEqual([])
    })

    it('has phrases for every concept of the scheme, and for no other', () => {
      expect(Object.keys(list).sort()).toEqual(
        conceptsOf(name)
          .filter(({ broader }) => broader !== undefined)
          .map(({ id }) => id)
          .sort(),
      )
    })

    it('is in Latin script and composed letters', () => {
      expect(phrases.filter(({ phrase }) => /\p{Script=Cyrillic}/u.test(phrase))).toEqual([])
      expect(phrases.filter(({ phrase }) => phrase !== phrase.normalize('NFC'))).toEqual([])
    })

    it('has no phrase under two concepts', () => {
      expect(repeated(phrases.filter(({ part }) => part === 'phrases' || part === 'context'))).toEqual([])
    })

    it('has no phrase that everything matches', () => {
      const empty = phrases.filter(({ phrase }) =>
        bookOf(locale)
          .termsOf(phrase)
          .flat()
          .some((spelling) => spelling.every((slot) => slot.optional || slot.gap > 0)),
      )
      expect(empty).toEqual([])
    })

    it('finds each phrase in its own words, whichever of them stand there', () => {
      const missed = phrases.flatMap(({ id, phrase }) => {
        const lexicon = new Lexicon([[id, [phrase]]], bookOf(locale))
        return wordingsOf(locale, phrase).filter((text) => lexicon.find(readAs(locale, text)).length === 0)
      })
      expect(missed).toEqual([])
    })

    it('disowns no phrase that names a concept by itself', () => {
      const sure = phrases.filter(({ part }) => part === 'phrases')
      const disowned = sure.flatMap(({ phrase }) =>
        wordingsOf(locale, phrase).filter((text) => lexical(readAs(locale, text), locale, name).length === 0),
      )
      expect(disowned).toEqual([])
    })
  })

describe.each(locales)('everyday prose', (locale) => {
  const everyday = z
    .record(z.string(), z.array(z.string()))
    .parse(parse(readFileSync(join(import.meta.dirname, 'everyday.yml'), 'utf8')))

  it.each(everyday[locale.language] ?? [])(`${locale.language}: names no service in “%s”`, (text) => {
    const found = lexical(docOf({ text, pages: [], marks: [] }, locale), locale, 'services')
    expect(found.filter(({ strength }) => strength !== 'group').map(({ pattern }) => pattern)).toEqual([])
  })
})

/** Phrases that stand in the list more than once. */
function repeated(phrases: readonly { readonly phrase: string }[]): string[] {
  const seen = new Set<string>()
  return phrases.map(({ phrase }) => phrase).filter((phrase) => seen.size === seen.add(phrase).size)
}

const readAs = (locale: Locale, text: string): Doc => docOf({ text, pages: [], marks: [] }, locale)

/** The texts that the words of a phrase make: with the first of the alternatives in each place, the second, and so on. */
function wordingsOf(locale: Locale, phrase: string): string[] {
  const classes = (locale.lists['classes'] ?? {}) as Classes
  const places = termsIn(phrase)
    .flatMap((term) => spellingsOf(term, classes)[0] ?? [])
    .filter(({ gap }) => gap === 0)
    .map(({ words }) => words.map((word) => word.replace(/[!*]$/u, '')))
  const most = Math.max(...places.map(({ length }) => length))
  const wordings = Array.from({ length: most }, (_, choice) =>
    places.map((words) => words[choice % words.length]).join(' '),
  )
  return [...new Set(wordings)]
}
