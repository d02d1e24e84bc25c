import { csv } from './csv.ts'
import type { ExportFormat } from './format.ts'
import { jsonl } from './jsonl.ts'
import { parquet } from './parquet.ts'

export { csv, line } from './csv.ts'
export type { ExportFormat } from './format.ts'
export { jsonl } from './jsonl.ts'
export { parquet } from './parquet.ts'
export { COLUMNS, type Row, rowsOf } from './row.ts'

/** Formats of the data set, the first one where none is asked for. */
export const formats = [csv, jsonl, parquet] as const satisfies readonly ExportFormat[]

/** Names of the formats, as `?format=` and `--format` take them. */
export const FORMAT_NAMES: readonly string[] = formats.map(({ name }) => name)

/** The format of a name, or undefined. */
export const formatOf = (name: string): ExportFormat | undefined => formats.find((format) => format.name === name)
