import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { LanguageGuess } from '../../lib/contract/index.ts'
import { detect } from '../../lib/language/index.ts'

const Texts = z.record(z.string().regex(/^\w{2,3}-(?:Latn|Cyrl)$/u), z.array(z.string()))
const texts = Texts.parse(parse(readFileSync(join(import.meta.dirname, 'texts.yml'), 'utf8')))
const named = (text: string) => {
  const { code, script } = detect(text)
  return `${code}-${script}`
}

describe.each(Object.entries(texts))('%s', (name, list) => {
  it.each(list)('%s', (text) => {
    expect(named(text)).toBe(name)
  })
})

describe('a guess', () => {
  it('keeps the contract for any text and lists alternatives likeliest first', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.values(texts).flat())),
        (text) => {
          const guess = LanguageGuess.parse(detect(text))
          const confidences = [guess.confidence, ...guess.alternatives.map(({ confidence }) => confidence)]
          expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
          expect(confidences.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1.01)
        },
      ),
    )
  })

  it.each(['', ' \n', '2019–2023', '12.000 € ✔', 'Δήμος', '東京', 'a', 'Test', 'Dokument 5'])(
    'is undetermined without letters or words it can tell apart: %j',
    (text) => {
      expect(detect(text)).toMatchObject({ code: 'und', confidence: 0, alternatives: [] })
    },
  )

  it('is the surer the more it has read', () => {
    const text = texts['sr-Latn']?.[0] ?? ''
    expect(detect(text).confidence).toBeGreaterThan(detect(text.split(' ').slice(0, 4).join(' ')).confidence)
  })

  it('of Serbian in Cyrillic never falls on Croatian or Bosnian', () => {
    for (const text of texts['sr-Cyrl'] ?? []) {
      const { code, alternatives } = detect(text)
      expect([code, ...alternatives.map((each) => each.code)]).not.toContain('hr')
      expect([code, ...alternatives.map((each) => each.code)]).not.toContain('bs')
    }
  })

  it('is the same in capitals', () => {
    for (const [name, list] of Object.entries(texts))
      for (const text of list.filter((each) => each.length > 100)) expect(named(text.toUpperCase()), text).toBe(name)
  })

  it('of a long document goes by all of it, not by how it begins', () => {
    const english = texts['en-Latn']?.join(' ') ?? ''
    const polish = texts['pl-Latn']?.join(' ') ?? ''
    expect(named(`${english.repeat(10)}\n${polish.repeat(100)}`)).toBe('pl-Latn')
  })
})

const shared = join(import.meta.dirname, '../../../shared/corpus')
describe.runIf(existsSync(shared))('development corpus', () => {
  const Gold = z.object({ language: z.string() })
  const files = existsSync(shared)
    ? ['sr', 'pl', 'seeds'].flatMap((folder) =>
        readdirSync(join(shared, folder))
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(shared, folder, name)),
      )
    : []

  it.each(files)('%s', (path) => {
    const gold = Gold.parse(JSON.parse(readFileSync(path.replace(/txt$/u, 'gold.json'), 'utf8')))
    expect(detect(readFileSync(path, 'utf8')).code).toBe(gold.language)
  })
})
