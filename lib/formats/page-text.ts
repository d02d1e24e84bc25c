import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { tablesAligned } from './aligned.ts'
import { standsInColumns } from './columns.ts'
import type { SizedPage } from './headings.ts'
import { type Piece, piecesOf } from './piece.ts'
import { rulesOf } from './rules.ts'
import { setPage } from './set-page.ts'
import { type Table, tablesBetween } from './tables.ts'

/** A table may go on where a row stands among so many lines at the end of the page before. */
const LAST = 7

/**
 * The text of a page in the order in which it is painted: lines, a blank line where they stand further apart than inside a
 * paragraph, and each ruled table as rows with tabs between their cells. `before` is the text of the page before.
 *
 *     'Mere\n\nMera\tRok\tIzvor\nPomoć u kući\t2024.\tbudžet grada\n\nPraćenje'
 */
export async function pageText(page: PDFPageProxy, before = ''): Promise<SizedPage> {
  const pieces = await piecesOf(page)
  // a table that cannot be made out is read as the words it holds
  const tables = await tablesOf(page, pieces, before.split('\n').slice(-LAST).join('').includes('\t')).catch(() => [])
  return setPage(pieces, tables)
}

/**
 * Ruled tables of a page. A cell that reaches over several rows stands in its first and leaves its place in the others
 * empty. The lines of a page are asked for only where its text stands in columns or a table is expected to go on, since that
 * takes as long as the text.
 */
async function tablesOf(page: PDFPageProxy, pieces: readonly Piece[], isExpected: boolean): Promise<Table[]> {
  if (!isExpected && !standsInColumns(pieces)) return []
  const ruled = tablesBetween(await rulesOf(page), pieces, isExpected ? 1 : 2)
  return [...ruled, ...tablesAligned(pieces.filter((piece) => !ruled.some((table) => table.pieces.has(piece))))]
}
