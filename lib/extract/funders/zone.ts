import type { Doc, Span } from '../../text/index.ts'

/** A stretch of text in which names of sources need no verb: a column, what stands behind a label, a section. */
export interface Zone extends Span {
  readonly rule: 'funder/column' | 'funder/label' | 'funder/section'
  /** Words of the label, for the evidence. */
  readonly label: string
  /** Where the cells of a table stand one a line: is it the last of its record? `whole` elsewhere. */
  readonly cell: 'whole' | 'last' | 'middle'
  /** No head says that the column names sources; its cells do. */
  readonly surmised?: true
  /** The word of a sentence that says that these are the donors, whoever they be. */
  readonly told?: Span
}

/** A label has no more characters than this. */
export const LONGEST_LABEL = 48

/**
 * Three figures that are no year: a row with a sum heads no table, one with "2024 | 2025 | Izvor" may, and so may one
 * that counts in thousands, "Iznos (000 RSD)".
 */
export const SUM = /(?<!\d)(?!(?:19|20)\d{2}(?!\d|[.,]\d))(?!(?<!\d[.,\s]?)000(?!\d))\d{3}/u

/** The words at a place, in one line. */
export const wordsAt = (doc: Doc, { start, end }: Span): string =>
  doc.text.slice(start, end).trim().replace(/\s+/gu, ' ')

/** A cell as a place of sources: those of the column or row that a head labels, `surmised` where it does so by no word of a source. */
export const columnZone = (doc: Doc, cell: Span, head: Span, surmised = false): Zone => ({
  start: cell.start,
  end: cell.end,
  rule: 'funder/column',
  label: wordsAt(doc, head),
  cell: 'whole',
  ...(surmised && { surmised }),
})
