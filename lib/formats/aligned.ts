import { LONGEST_CELL } from './flow.ts'
import type { Piece } from './piece.ts'
import { rowOf, type Table, wordsOf } from './tables.ts'

/** Edges that stand no further from each other are one. Points. */
const SAME = 2
/** A gap between cells is at least so many times as wide as its letters are high; lines of a cell are at most so far apart. */
const GAP = 0.9
const STEP = 2
/** Rows and cells from which on text in columns is a table: a text in columns has one row, a list two cells. */
const LEAST = 3

interface Cell {
  readonly pieces: Piece[]
  readonly left: number
  right: number
}

/** Cells side by side whose first lines stand on one line. */
type Cells = readonly Cell[]

/**
 * Tables without lines: three rows or more that follow each other, each painted cell by cell, with three cells or more that
 * begin or end where those of the others do.
 */
export function tablesAligned(pieces: readonly Piece[]): Table[] {
  const tables: Table[] = []
  let rest = rowsOf(pieces)
  while (rest.length >= LEAST) {
    const [start] = rest
    const end = start ? fitting(start, rest) : 0
    const table = start && end ? tableOf(start, rest.slice(0, end)) : undefined
    if (table) tables.push(table)
    rest = rest.slice(table ? end : 1)
  }
  return tables
}

/** How many rows from the first on have their cells in its columns. */
function fitting(columns: Cells, rows: readonly Cells[]): number {
  const end = rows.findIndex((row) => row.length < 2 || !row.every((cell) => columnOf(cell, columns) >= 0))
  return end < 0 ? rows.length : end
}

const columnOf = ({ left, right }: Cell, columns: Cells): number =>
  columns.findIndex((column) => Math.abs(column.left - left) <= SAME || Math.abs(column.right - right) <= SAME)

function tableOf(columns: Cells, rows: readonly Cells[]): Table | undefined {
  if (rows.filter((row) => row.length >= LEAST).length < LEAST) return undefined
  const told = rows.map((row) =>
    columns.map((_, i) => wordsOf(row.filter((cell) => columnOf(cell, columns) === i).flatMap((cell) => cell.pieces))),
  )
  const isTold = told.flat().every(({ words }) => words.length <= LONGEST_CELL)
  return isTold ? { pieces: new Set(rows.flat().flatMap((cell) => cell.pieces)), rows: told.map(rowOf) } : undefined
}

/** The pieces of a page as rows of cells, in the order in which they are painted. A line of plain text is a row of one cell. */
function rowsOf(pieces: readonly Piece[]): Cells[] {
  const rows: Cell[][] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    const row = rows.at(-1)
    const cell = row?.at(-1)
    if (!piece.words.trim()) cell?.pieces.push(piece)
    else {
      if (!row || !cell || !before) rows.push([cellOf(piece)])
      else if (goesOn(piece, { before, cell })) add(piece, cell)
      else if (!isBeside(piece, cell) || !openRow(piece, { row, cell, rows })) rows.push([cellOf(piece)])
      before = piece
    }
  }
  return rows
}

const endOf = ({ x, width }: Piece): number => x + width
const cellOf = (piece: Piece): Cell => ({ pieces: [piece], left: piece.x, right: endOf(piece) })

function add(piece: Piece, cell: Cell): void {
  cell.pieces.push(piece)
  cell.right = Math.max(cell.right, endOf(piece))
}

/** Does a piece go on with its line, or with the next line of its cell? */
function goesOn(piece: Piece, { before, cell }: { readonly before: Piece; readonly cell: Cell }): boolean {
  const step = piece.y - before.y
  if (Math.abs(step) <= SAME) return piece.x - endOf(before) < piece.height * GAP && piece.x > before.x
  return step > 0 && step < piece.height * STEP && Math.abs(piece.x - cell.left) <= SAME
}

/** Does a piece stand to the right of the cell before, no lower than it ends? */
const isBeside = (piece: Piece, cell: Cell): boolean =>
  piece.x - cell.right >= piece.height * GAP && piece.y <= (cell.pieces.at(-1)?.y ?? 0) + SAME

/** Puts a piece into the row as its next cell, where that begins on the same line; lines above it are no part of the row. */
function openRow(piece: Piece, { row, cell, rows }: { row: Cell[]; cell: Cell; rows: Cell[][] }): boolean {
  const at = (row.length > 1 ? row[0] : cell)?.pieces.findIndex(({ y }) => Math.abs(y - piece.y) <= SAME) ?? -1
  if (at < 0 || (row.length > 1 && at > 0)) return false
  if (at > 0) {
    const below = cell.pieces.splice(at)
    rows.push([{ pieces: below, left: cell.left, right: Math.max(...below.map(endOf)) }])
  }
  rows.at(-1)?.push(cellOf(piece))
  return true
}
