import type { ExportFormat } from './format.ts'
import { COLUMNS, type Row } from './row.ts'

/** What a spreadsheet would run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/u

/**
 * A cell as RFC 4180 writes it. Words that a spreadsheet would take for a formula get an apostrophe in front, as
 * spreadsheets mark text themselves: `=1+1` → `'=1+1`. Numbers stay numbers.
 */
export function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of cells, with its end. */
export const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`

/** Comma-separated values, UTF-8 (RFC 4180): a header, then a line for each row. */
export const csv: ExportFormat<string> = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  async *write(rows: AsyncIterable<Row> | Iterable<Row>) {
    yield line(COLUMNS)
    for await (const row of rows) yield line(COLUMNS.map((column) => row[column]))
  },
}
