import type { Row } from './row.ts'

/** One format of the data set: its name (also the file ending), its media type, and how rows are written in it. */
export interface ExportFormat {
  readonly name: string
  readonly mediaType: string
  /** Pieces of the file in order; nothing is held back longer than one row. */
  write(rows: AsyncIterable<Row>): AsyncGenerator<string>
}
