import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { ExportFormat } from './format.ts'
import { COLUMNS, type Row } from './row.ts'

type Type = 'STRING' | 'INT32' | 'DOUBLE'

/** What is a number; all else is text. */
const NUMBERS: Readonly<Partial<Record<keyof Row, Type>>> = {
  mentions: 'INT32',
  start: 'INT32',
  end: 'INT32',
  page: 'INT32',
  confidence: 'DOUBLE',
}

/** Rows that are held back and written together, as the format wants it: some megabytes. */
const GROUP = 10_000

/** Columns of a group of rows, compressed with Snappy; only a page may be missing. */
const columnsOf = (rows: readonly Row[]): ColumnSource[] =>
  COLUMNS.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: NUMBERS[name] ?? 'STRING',
    nullable: name === 'page',
  }))

/** Apache Parquet (https://parquet.apache.org): columns, compressed, in groups of rows with their least and greatest values. */
export const parquet: ExportFormat<Uint8Array> = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  async *write(rows: AsyncIterable<Row> | Iterable<Row>) {
    const writer = new ByteWriter()
    const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnsOf([]) }), createdBy })
    let group: Row[] = []
    for await (const row of rows) {
      if (group.push(row) < GROUP) continue
      file.write({ columnData: columnsOf(group), rowGroupSize: GROUP })
      yield taken(writer)
      group = []
    }
    if (group.length) file.write({ columnData: columnsOf(group), rowGroupSize: GROUP })
    file.finish()
    yield taken(writer)
  },
}

const createdBy = 'stratlas'

/** What was written since the last time; the writer goes on counting where it is in the file. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer.slice(0, writer.index))
  writer.index = 0
  return bytes
}
