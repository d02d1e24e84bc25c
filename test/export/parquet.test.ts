import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { expect, test } from 'vitest'
import { COLUMNS, jsonl, parquet, type Row } from '../../lib/export/index.ts'

const row = (n: number): Row => ({
  ...{ municipality: 'rs-70955', municipality_name: 'Požega', country: 'RS', dimension: 'services' },
  ...{ concept: 'home-care', label: 'Home care / home help', period: '', target_groups: 'older-persons roma' },
  ...{ document: n.toString(16).padStart(20, '0'), title: 'Стратегија “nova”', kind: 'strategy', language: 'sr' },
  ...{ mentions: n + 1, quote: `=pomoć u kući 🏠 ${n}`, start: n * 7, end: n * 7 + 14, page: n % 3 ? n : null },
  ...{ confidence: n / 30_000, rule: 'service/lexicon', source: 'uploads/a.pdf', engine: '0.1.0' },
})

async function* rows(count: number): AsyncGenerator<Row> {
  for (let n = 0; n < count; n++) yield row(n)
}

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<ArrayBuffer> {
  const all: (string | Uint8Array)[] = []
  for await (const piece of pieces) all.push(piece)
  return new Blob(all as BlobPart[]).arrayBuffer()
}

test.each([0, 1, 25_001])('Parquet of %i rows, read by another program, says what JSON Lines says', async (count) => {
  const file = await bytesOf(parquet.write(rows(count)))
  const lines = new TextDecoder().decode(await bytesOf(jsonl.write(rows(count))))
  const expected = lines.split('\n').filter(Boolean)
  const found = count ? await parquetReadObjects({ file }) : []
  expect(found.map((one) => JSON.stringify(one))).toEqual(expected)
  expect(Number(parquetMetadata(file).num_rows)).toBe(count)
})

test('Parquet names and types each column, and is cut into groups of rows', async () => {
  const metadata = parquetMetadata(await bytesOf(parquet.write(rows(25_001))))
  const columns = parquetSchema(metadata).children.map(({ element }) => element)
  expect(columns.map(({ name }) => name)).toEqual([...COLUMNS])
  expect(columns.find(({ name }) => name === 'page')).toMatchObject({ type: 'INT32', repetition_type: 'OPTIONAL' })
  expect(columns.find(({ name }) => name === 'quote')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'UTF8' })
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5001])
})
