import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { read } from '../../lib/formats/index.ts'
import { overlaps } from '../../lib/text/index.ts'

const root = join(import.meta.dirname, '../../fixtures')
const slugs = readdirSync(root).filter((slug) => existsSync(join(root, slug, 'expected.json')))
const SILENT = new Set(['boilerplate', 'header', 'footer'])

const Expected = z.strictObject({
  document: z.string(),
  language: z.enum(['sr', 'pl']),
  script: z.enum(['Latn', 'Cyrl']),
  kind: z.enum(['strategy', 'news', 'other']),
  country: z.enum(['RS', 'PL']).nullable(),
  subjects: z.array(z.string().regex(/^(?:RS|PL):\p{Lu}/u)),
  targetGroups: z.array(z.string()),
  services: z.array(z.string()),
  serviceLinks: z.array(z.string().regex(/>/u)),
  periods: z.array(z.string().regex(/^[a-z-]+:/u)),
  funders: z.array(z.string()),
  programmes: z.array(z.string()),
  evidence: z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1))),
  optional: z.record(z.string(), z.array(z.string())),
})

const expectedOf = (slug: string) => Expected.parse(JSON.parse(readFileSync(join(root, slug, 'expected.json'), 'utf8')))

describe('the fixtures', () => {
  it('tell of six municipalities and more, two with an old and a new strategy', () => {
    const gold = slugs.map(expectedOf)
    expect(new Set(gold.flatMap(({ subjects }) => subjects)).size).toBeGreaterThanOrEqual(6)
    const strategies = gold.filter(({ kind }) => kind === 'strategy').flatMap(({ subjects }) => subjects)
    expect(new Set(strategies.filter((s, i) => strategies.indexOf(s) !== i)).size).toBeGreaterThanOrEqual(2)
    expect(new Set(gold.map(({ document }) => document.split('.').at(-1)))).toEqual(new Set(['pdf', 'html', 'txt']))
  })

  it.each(slugs)('%s has the words of its gold in what is read as the document', async (slug) => {
    const { document, evidence } = expectedOf(slug)
    const { reading, problems } = await read(readFileSync(join(root, document)))
    expect(problems).toEqual([])
    const silent = reading.marks.filter(({ kind }) => SILENT.has(kind))
    for (const quote of Object.values(evidence).flatMap((claims) => Object.values(claims).flat())) {
      const spans = [...reading.text.matchAll(new RegExp(RegExp.escape(quote), 'gu'))].map(({ index }) => ({
        start: index,
        end: index + quote.length,
      }))
      expect(
        spans.some((span) => !silent.some((mark) => overlaps(mark, span))),
        quote,
      ).toBe(true)
    }
  })
})
