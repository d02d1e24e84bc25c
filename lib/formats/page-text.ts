import { tablesAligned } from './aligned.ts'
import { standsInColumns } from './columns.ts'
import type { SizedPage } from './headings.ts'
import { lettersOf } from './letters.ts'
import { mend } from './mend.ts'
import type { Painting } from './painting.ts'
import type { Piece } from './piece.ts'
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
export function pageText(painting: Painting, before = ''): SizedPage {
  const pieces = mend(lettersOf(painting))
  return setPage(pieces, tablesOf(painting, pieces, before.split('\n').slice(-LAST).join('').includes('\t')))
}

/**
 * Ruled tables of a page. A cell that reaches over several rows stands in its first and leaves its place in the others
 * empty. Tables are looked for only where text stands in columns or a table is expected to go on.
 */
function tablesOf(painting: Painting, pieces: readonly Piece[], isExpected: boolean): Table[] {
  if (!isExpected && !standsInColumns(pieces)) return []
  const ruled = tablesBetween(rulesOf(painting), pieces, isExpected ? 1 : 2)
  return [...ruled, ...tablesAligned(pieces.filter((piece) => !ruled.some((table) => table.pieces.has(piece))))]
}
