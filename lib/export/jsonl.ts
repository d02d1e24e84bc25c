import type { ExportFormat } from './format.ts'
import { COLUMNS, type Row } from './row.ts'

/** JSON Lines (https://jsonlines.org): a JSON object for each row, its keys in the order of the columns. */
export const jsonl: ExportFormat<string> = {
  name: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  async *write(rows: AsyncIterable<Row> | Iterable<Row>) {
    for await (const row of rows) yield `${JSON.stringify(row, [...COLUMNS])}\n`
  },
}
