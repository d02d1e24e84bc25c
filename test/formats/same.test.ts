import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts } from '../../fixtures/reading/texts.ts'
import { read } from '../../lib/formats/index.ts'
import { analyse } from '../../lib/pipeline/analyse.ts'
import type { Part } from '../support/office.ts'
import { type Borders, printOf } from '../support/print.ts'

const folder = join(import.meta.dirname, '../../fixtures/reading')
const FORMATS = ['pdf', 'docx', 'doc', 'odt', 'rtf', 'html', 'txt']

async function recordOf(bytes: Uint8Array) {
  const { reading, reader, mediaType, problems } = await read(bytes)
  const source = { key: 'a', mediaType, bytes: 1, sha256: 'a'.repeat(64), reader, receivedAt: '2026-01-01T00:00:00Z' }
  return analyse({ reading, source, problems })
}
type Document = Awaited<ReturnType<typeof recordOf>>

/** What a document claims, without where and by which rule. */
const claimsOf = ({ kind, language, title, ...record }: Document) => ({
  kind,
  language: `${language.code}-${language.script}`,
  title: title?.toUpperCase().replace('-', '–'),
  municipalities: record.municipalities.map(({ id, role }) => `${id} ${role}`).sort(),
  targetGroups: record.targetGroups.map(({ concept }) => concept).sort(),
  services: record.services.map(({ concept, targetGroups }) => `${concept}: ${[...targetGroups].sort()}`).sort(),
  periods: record.periods.map(({ role, edtf }) => `${role} ${edtf}`).sort(),
  funders: record.funders.map(({ id, name }) => id ?? name).sort(),
})

/** Which claims each row of the action plan proves. */
function rowsOf(record: Document): string[][] {
  const text = record.text ?? ''
  const claims = [
    ...record.services.map(({ concept, mentions }) => ({ name: concept ?? '', mentions })),
    ...record.funders.map(({ id, name, mentions }) => ({ name: id ?? name, mentions })),
    ...record.periods.map(({ edtf, mentions }) => ({ name: edtf, mentions })),
  ]
  let start = 0
  return text.split('\n').flatMap((line) => {
    const [from, to] = [start, start + line.length]
    start = to + 1
    const isIn = ({ mentions }: (typeof claims)[number]) => mentions.some((m) => m.start >= from && m.end <= to)
    return line.includes('\t')
      ? [
          claims
            .filter(isIn)
            .map(({ name }) => name)
            .sort(),
        ]
      : []
  })
}

describe.each(Object.entries(texts))('one strategy in every format, %s', async (name, parts) => {
  const files = Object.fromEntries(FORMATS.map((format) => [format, readFileSync(join(folder, `${name}.${format}`))]))
  const records = new Map<string, Document>()
  for (const [format, bytes] of Object.entries(files)) records.set(format, await recordOf(bytes))
  const plain = records.get('txt') as Document

  it('claims something of every dimension', () => {
    const { municipalities, targetGroups, services, periods, funders } = plain
    expect(municipalities.filter(({ role }) => role === 'subject')).toHaveLength(1)
    expect(targetGroups.length).toBeGreaterThan(5)
    expect(services.length).toBeGreaterThan(8)
    expect(services.filter((service) => service.targetGroups.length).length).toBeGreaterThan(6)
    expect(periods.length).toBeGreaterThan(2)
    expect(funders.length).toBeGreaterThan(2)
  })

  it.each(FORMATS)('claims the same as %s', (format) => {
    const record = records.get(format) as Document
    expect(record.source.reader).toBe(format === 'txt' ? 'plain' : format)
    expect(claimsOf(record)).toEqual(claimsOf(plain))
  })

  it.each(FORMATS)('has the service, funder and period of each row of its plan in one row, %s', (format) => {
    const rows = rowsOf(records.get(format) as Document)
    expect(rows).toHaveLength(13)
    expect(rows).toEqual(rowsOf(plain))
    expect(rows.filter((row) => row.length >= 2).length).toBeGreaterThan(8)
  })

  it.runIf(name !== 'sr-Cyrl').each<Borders>(['stroked', 'filled'])(
    'claims the same in print with %s borders',
    async (borders) => {
      const record = await recordOf(printOf(parts as readonly Part[], borders))
      expect(claimsOf(record)).toEqual(claimsOf(plain))
      expect(rowsOf(record)).toEqual(rowsOf(plain))
    },
  )
})

it('the files are those that the script writes', () => {
  const wanted = Object.keys(texts).flatMap((name) => [...FORMATS, 'gt.txt'].map((format) => `${name}.${format}`))
  expect(
    readdirSync(folder)
      .filter((file) => !file.endsWith('.ts'))
      .sort(),
  ).toEqual(wanted.sort())
})
