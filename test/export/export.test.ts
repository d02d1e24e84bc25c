import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysisRecord } from '../../lib/contract/index.ts'
import { COLUMNS, csv, jsonl, line, type Row, rowsOf } from '../../lib/export/index.ts'

const mention = (text: string, start: number, confidence: number) => ({
  start,
  end: start + text.length,
  text,
  rule: 'service/lexicon',
  confidence,
  because: 'it says so',
})
const municipality = (id: string, name: string, role: 'subject' | 'mentioned') => ({
  id,
  country: 'RS',
  name,
  role,
  mentions: [mention(name, 0, 1)],
})

const record: AnalysisRecord = {
  schemaVersion: 1,
  id: 'a'.repeat(20),
  source: {
    key: 'uploads/a.txt',
    mediaType: 'text/plain',
    bytes: 1,
    sha256: 'a'.repeat(64),
    receivedAt: '2026-11-22T10:00:00Z',
  },
  status: 'analysed',
  problems: [],
  title: 'Strategija, "nova"',
  kind: 'strategy',
  language: { code: 'sr', script: 'Latn', confidence: 1, alternatives: [] },
  pages: [],
  municipalities: [
    municipality('rs-70955', 'Požega', 'subject'),
    municipality('rs-70327', 'Bor', 'subject'),
    municipality('rs-70556', 'Zaječar', 'mentioned'),
  ],
  targetGroups: [],
  services: [
    {
      concept: 'home-care',
      targetGroups: ['older-persons', 'roma'],
      mentions: [mention('pomoć', 5, 0.5), mention('=pomoć u kući', 9, 0.9)],
    },
    { concept: null, label: 'gatanje', targetGroups: [], mentions: [mention('gatanje', 50, 0.6)] },
  ],
  periods: [
    {
      role: 'strategy',
      edtf: '2019/2022',
      start: '2019-01-01',
      end: '2022-12-31',
      mentions: [mention('2019-2022', 30, 1)],
    },
  ],
  funders: [{ id: null, type: 'organisation', parent: null, name: 'Fond', mentions: [mention('Fondu', 70, 0.8)] }],
  engine: { version: '0.1.0', lists: 'sha256-x' },
}

async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

const collect = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('rows', () => {
  const rows = rowsOf(record)

  test('are one for each municipality that the document is about × claim', () => {
    expect(rows).toHaveLength(2 * 4)
    expect(new Set(rows.map((row) => row.municipality))).toEqual(new Set(['rs-70955', 'rs-70327']))
  })

  test('carry the surest words with their offsets, and what ties and names the claim', () => {
    expect(rows[0]).toMatchObject({
      ...{ dimension: 'services', concept: 'home-care', label: 'Home care / home help', mentions: 2 },
      ...{ quote: '=pomoć u kući', start: 9, end: 22, target_groups: 'older-persons roma', engine: '0.1.0' },
    })
    expect(rows[1]).toMatchObject({ concept: '', label: 'gatanje' })
    expect(rows[2]).toMatchObject({ dimension: 'periods', concept: 'strategy', period: '2019/2022' })
  })

  test('of a document about no municipality leave it empty', () => {
    expect(rowsOf({ ...record, municipalities: [] }).map((row) => row.municipality)).toEqual(['', '', '', ''])
  })
})

test('CSV has a header, a line for each row, and no formula', async () => {
  const text = await collect(csv.write(stream(rowsOf(record))))
  const lines = text.trimEnd().split('\r\n')
  expect(lines[0]).toBe(COLUMNS.join(','))
  expect(lines).toHaveLength(9)
  expect(lines[1]).toContain("'=pomoć u kući")
  expect(lines[1]).toContain('"Strategija, ""nova"""')
})

test('a cell of any words keeps to its line and column, and never begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
      const read = parse(line(cells))
      expect(read.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/u)
    }),
  )
})

test.each([csv, jsonl])('$name is written row by row', async (format) => {
  let taken = 0
  async function* rows(): AsyncGenerator<Row> {
    for (const row of rowsOf(record)) {
      taken++
      yield row
    }
  }
  const pieces = format.write(rows())
  for (let i = 0; i < 2; i++) expect((await pieces.next()).done).toBe(false)
  expect(taken).toBeLessThanOrEqual(2)
  await pieces.return(undefined)
})

/** A reader of one line of RFC 4180, for the test alone. */
const parse = (text: string): string[] =>
  (`,${text.slice(0, -2)}`.match(/,(?:"(?:[^"]|"")*"|[^",]*)/gsu) ?? [])
    .map((cell) => cell.slice(1))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
