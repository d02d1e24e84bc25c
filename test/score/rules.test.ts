import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { GOLD, pairsOf } from '../../lib/cli/golden.ts'
import { DIMENSIONS } from '../../lib/contract/index.ts'
import { extractors } from '../../lib/extract/index.ts'
import { locales } from '../../lib/locales/index.ts'
import { docOf, normalize } from '../../lib/text/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const NAME = /'((?:municipality|target-group|service|period|funder)\/[a-z-]+)'/gu

const sources = globSync('lib/extract/**/*.ts', { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8'))
const declared = new Set(sources.flatMap((source) => [...source.matchAll(NAME)].map(([, name]) => String(name))))

const Texts = z.array(z.object({ text: z.string() }))

/** Rules that fire over the short texts of test/corpus. */
function inShortTexts(): string[] {
  return locales.flatMap((locale) => {
    const folder = join(ROOT, 'test/corpus', locale.language)
    const files = readdirSync(folder).filter((file) => file.endsWith('.yml'))
    const texts = files.flatMap((file) => Texts.parse(parse(readFileSync(join(folder, file), 'utf8'))))
    return texts.flatMap(({ text }) => {
      const doc = docOf({ text: normalize(text), pages: [], marks: [] }, locale)
      return extractors.flatMap((extractor) => extractor.extract(doc, locale)).map(({ rule }) => rule)
    })
  })
}

/** Rules under the claims of the gold documents. */
async function inDocuments(): Promise<string[]> {
  const records = (await pairsOf(GOLD)).map(({ record }) => record)
  return records.flatMap((record) =>
    DIMENSIONS.flatMap((dimension) => record[dimension].flatMap(({ mentions }) => mentions.map(({ rule }) => rule))),
  )
}

describe('a rule', async () => {
  const fired = new Set([...inShortTexts(), ...(await inDocuments())])

  test('has its name written out, so that it can be searched for', () => {
    for (const source of sources)
      expect(source).not.toMatch(/`(?:municipality|target-group|service|period|funder)\/\$/u)
    expect(declared.size).toBeGreaterThan(20)
    expect([...fired].filter((rule) => !declared.has(rule))).toEqual([])
  })

  test.each([...declared].sort())('%s fires somewhere over the corpora', (rule) => {
    expect(fired).toContain(rule)
  })
})
