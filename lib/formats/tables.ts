import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LONGEST_CELL } from './flow.ts'
import { type Cell, type Grid, gridsOf } from './grid.ts'
import type { Piece } from './piece.ts'
import { rulesOf } from './rules.ts'

/** A ruled table: the pieces of text that stand in it, and its rows with tabs between the cells. */
export interface Table {
  readonly pieces: ReadonlySet<Piece>
  readonly rows: readonly string[]
}

/**
 * Ruled tables of a page. A cell that reaches over several rows stands in its first and leaves its place in the others
 * empty. The lines of a page are asked for only where its text stands in columns or a table is expected to go on, since that
 * takes as long as the text.
 */
export async function tablesOf(page: PDFPageProxy, pieces: readonly Piece[], isExpected: boolean): Promise<Table[]> {
  if (!isExpected && !standsInColumns(pieces)) return []
  return gridsOf(await rulesOf(page)).flatMap((grid) => tableOf(grid, pieces, isExpected ? 1 : 2) ?? [])
}

/** Words that begin, or have their middle, so near to each other are in one column. Points. */
const ALIGNED = 1.5
/** A gap so many times as wide as letters are high is none between words. */
const WIDE = 4

/**
 * Does text go on further right on its line, or higher up, as it does from cell to cell: at the same places again and
 * again, or over wide gaps? The blanks of justified lines stand anywhere and are narrow.
 */
function standsInColumns(pieces: readonly Piece[]): boolean {
  const seen = pieces.filter(({ words }) => words.trim())
  const jumps = seen.flatMap((piece, i) => {
    const before = seen[i - 1]
    const rise = before ? before.y - piece.y : 0
    const gap = before && Math.abs(rise) < 2 ? (piece.x - before.x - before.width) / (piece.height || 1) : 0
    return gap > 1 || rise > piece.height / 2 ? { start: piece.x, middle: piece.x + piece.width / 2, gap } : []
  })
  const needed = Math.max(2, jumps.length / 10)
  return (
    jumps.filter(({ gap }) => gap > WIDE).length > 1 ||
    isGathered(
      jumps.map(({ start }) => start),
      needed,
    ) ||
    isGathered(
      jumps.map(({ middle }) => middle),
      needed,
    )
  )
}

/** Do so many of the places stand together somewhere? */
function isGathered(places: readonly number[], needed: number): boolean {
  const sorted = [...places].sort((a, b) => a - b)
  const ahead = Math.ceil(needed) - 1
  return sorted.some((place, i) => (sorted[i + ahead] ?? Infinity) - place <= ALIGNED)
}

/** The table of a grid, if a row of it has at least so many cells with words and none of them holds a whole text. */
function tableOf({ xs, ys, cells }: Grid, pieces: readonly Piece[], least: number): Table | undefined {
  const held = new Map<Cell, Piece[]>()
  const taken = new Set<Piece>()
  const cellAt = (x: number, y: number) => cells[slot(ys, y)]?.[slot(xs, x)]
  for (const piece of pieces) {
    if (!cellAt(piece.inside.x, piece.inside.y)) continue
    taken.add(piece)
    for (let rest: Piece | undefined = piece; rest; ) {
      const cell = cellAt(rest.inside.x, rest.inside.y)
      const [part, next]: readonly [Piece, Piece?] | readonly [Piece, undefined] = cell
        ? splitAt(rest, xs[cell.right] ?? Infinity)
        : [rest, undefined]
      if (cell) held.set(cell, [...(held.get(cell) ?? []), part])
      rest = next
    }
  }
  const texts = new Map([...held].map(([cell, parts]) => [cell, wordsOf(parts)]))
  const rows = cells.map((row, top) =>
    row
      .filter((cell, left) => cell.left === left || row[left - 1] !== cell)
      .map((cell) => (cell.top === top ? (texts.get(cell) ?? '') : '')),
  )
  const isTold =
    rows.some((row) => row.filter(Boolean).length >= least) &&
    [...texts.values()].every((text) => text.length <= LONGEST_CELL)
  return isTold
    ? { pieces: taken, rows: rows.map((row) => row.join('\t').trimEnd()).filter((row) => row.trim()) }
    : undefined
}

/** Number of the slot between two places that holds a place; -1 outside. */
function slot(places: readonly number[], place: number): number {
  const next = places.findIndex((edge) => edge > place)
  return next - 1 < 0 ? -1 : next - 1
}

/** pdf.js writes words as one that nearly meet over a border: cut at the blank that is nearest to it. */
function splitAt(piece: Piece, edge: number): [Piece, Piece?] {
  const { words, x, width, inside } = piece
  if (x >= edge || x + width <= edge + 2) return [piece]
  const wanted = ((edge - x) / width) * words.length
  const blanks = [...words.matchAll(/\s+/gu)].map(({ index }) => index)
  const cut = blanks.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best), -Infinity)
  if (Math.abs(cut - wanted) > 4) return [piece]
  const first = { ...piece, words: words.slice(0, cut), width: edge - x, isLast: true }
  return [
    first,
    {
      ...piece,
      words: words.slice(cut).trimStart(),
      x: edge + 1,
      width: x + width - edge - 1,
      inside: { ...inside, x: edge + 1 },
    },
  ]
}

/** Words of a cell on one line, words broken over its lines joined. */
function wordsOf(pieces: readonly Piece[]): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    const isNewLine = before && (before.isLast || Math.abs(before.y - piece.y) > piece.height / 2)
    const isFar = before && piece.x - before.x - before.width > piece.height
    text += `${isNewLine ? '\n' : isFar ? ' ' : ''}${piece.words}`
    before = piece
  }
  return text
    .replace(/(?<=\p{L}{2})[-‐\u00ad]\s*\n\s*(?=\p{Ll}{2})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
