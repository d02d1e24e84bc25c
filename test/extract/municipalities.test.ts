import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { municipalities } from '../../lib/extract/municipalities/index.ts'
import { namesOf } from '../../lib/extract/municipalities/names.ts'
import { markBoilerplate } from '../../lib/formats/boilerplate.ts'
import { localeOf, locales } from '../../lib/locales/index.ts'
import type { Locale } from '../../lib/locales/locale.ts'
import { docOf, fold, normalize } from '../../lib/text/index.ts'

const docIn = (locale: Locale, text: string) =>
  docOf(markBoilerplate({ text: normalize(text), pages: [], marks: [] }), locale)

interface Lists {
  readonly common: string[]
  readonly strict: string[]
  readonly words: string[]
}
const listsOf = ({ lists }: Locale): Lists => lists['places'] as Lists
const keyOf = (name: string): string => fold(name).replace(/[\s-]+/gu, ' ')

describe.each(locales)('the lists of $language', (locale) => {
  const names = namesOf(locale).all
  const keys = new Set(names.map(({ key }) => key))

  it('guard names that the gazetteer has', () => {
    const { common, strict } = listsOf(locale)
    expect([...common, ...strict].filter((name) => !keys.has(keyOf(name)))).toEqual([])
  })

  it('name as words only forms that some name has', () => {
    expect(listsOf(locale).words.filter((form) => namesOf(locale).byForm(form).length === 0)).toEqual([])
  })
})

describe.each(locales)('any text in $language', (locale) => {
  const fragments = [
    'Opština',
    'gmina',
    'Бор',
    'Ruda Śląska',
    'Świdnica',
    'Nišu',
    'u',
    'w',
    'i',
    ', ',
    '. ',
    '\n\n',
    '\n',
    '• ',
    '„',
    '2021',
    'powiat',
    'MOPS',
    'Palilula',
    '\u00a0',
    '😀',
    'Џ',
    '-',
    'susedne',
    'Хрватска',
    'ul.',
    'Zielonki',
    'Biała',
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 6 })), { maxLength: 60 })

  it('gives spans inside it, whose words are not blank', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const doc = docIn(locale, parts.join(' '))
        for (const { start, end } of municipalities.extract(doc, locale)) {
          expect(0 <= start && start < end && end <= doc.text.length).toBe(true)
          expect(doc.text.slice(start, end).trim()).toBe(doc.text.slice(start, end))
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what a document is about', () => {
  const Documents = z.array(z.strictObject({ language: z.string(), text: z.string(), subjects: z.array(z.string()) }))
  const documents = Documents.parse(parse(readFileSync(join(import.meta.dirname, 'subjects.yml'), 'utf8')))

  it.each(documents)('$subjects', ({ language, text, subjects }) => {
    const locale = localeOf(language)
    const found = locale ? municipalities.extract(docIn(locale, text), locale) : []
    const names = found.filter(({ value }) => value.role === 'subject').map(({ value }) => value.name)
    expect([...new Set(names)].sort()).toEqual(subjects)
  })
})

describe('rules', () => {
  it('each fires somewhere in the corpus, and says why', () => {
    const rules = new Set<string>()
    for (const language of ['sr', 'pl']) {
      const locale = localeOf(language)
      const path = join(import.meta.dirname, '..', 'corpus', language, 'municipalities.yml')
      const corpus = parse(readFileSync(path, 'utf8')) as { text: string }[]
      for (const { text } of corpus)
        if (locale)
          for (const { rule, because, confidence } of municipalities.extract(docIn(locale, text), locale)) {
            rules.add(rule)
            expect(because.length).toBeGreaterThan(10)
            expect(confidence).toBeGreaterThan(0.5)
          }
    }
    expect([...rules].sort()).toEqual(
      [
        'body',
        'derived',
        'elsewhere',
        'epithet',
        'head-word',
        'heading',
        'misspelt',
        'name',
        'plan',
        'short-name',
        'title',
      ].map((rule) => `municipality/${rule}`),
    )
  })

  it('boilerplate counts nothing', () => {
    const locale = localeOf('sr')
    const text = 'Opština Bor\n\nVesti iz Niša'
    const marks = [{ start: 0, end: 11, kind: 'boilerplate' as const }]
    const doc = locale && docOf({ text, pages: [], marks }, locale)
    const found = doc && locale ? municipalities.extract(doc, locale) : []
    expect(found.map(({ value }) => value.name)).toEqual(['Niš'])
  })
})
