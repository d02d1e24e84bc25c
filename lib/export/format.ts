import type { Row } from './row.ts'

/** One format of the data set: its name (also the file ending), its media type, and how rows are written in it. */
export interface ExportFormat<Piece extends string | Uint8Array = string | Uint8Array> {
  readonly name: string
  readonly mediaType: string
  /** Pieces of the file in order; text holds nothing back longer than one row, Parquet ten thousand of them. */
  write(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Piece>
}
