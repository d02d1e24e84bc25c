import { LONGEST_CELL } from './flow.ts'
import { type Cell, type Grid, gridsOf } from './grid.ts'
import type { Piece } from './piece.ts'
import type { Rules } from './rules.ts'
import { dealt, lettersIn, type Stroke } from './stroke.ts'

/** A ruled table: the pieces of text that stand in it, and its rows. */
export interface Table {
  readonly pieces: ReadonlySet<Piece>
  readonly rows: readonly Row[]
}

/** Words of a row or of one of its cells; tabs stand between the cells. */
export interface Row {
  readonly words: string
  readonly strokes: readonly Stroke[]
}

/** Words that pdf.js writes as one over a border are cut no further from it. Letters. */
const NEAR = 4
const EMPTY: Row = { words: '', strokes: [] }

/** Tables that stand between the lines of a page, of which a row has at least so many cells with words. */
export const tablesBetween = (rules: Rules, pieces: readonly Piece[], least = 2): Table[] =>
  gridsOf(rules).flatMap((grid) => tableOf(grid, pieces, least) ?? [])

/** The table of a grid, if a row of it has at least so many cells with words and none of them holds a whole text. */
function tableOf({ xs, ys, cells }: Grid, pieces: readonly Piece[], least: number): Table | undefined {
  const held = new Map<Cell, Piece[]>()
  const taken = new Set<Piece>()
  const cellOf = ({ inside }: Piece) => cells[slot(ys, inside.y)]?.[slot(xs, inside.x)]
  for (const piece of pieces) {
    let rest: Piece | undefined = piece
    for (let cell = cellOf(piece); rest && cell; cell = rest && cellOf(rest)) {
      const parts: readonly [Piece, Piece] | undefined = splitAt(rest, xs[cell.right] ?? Infinity)
      const first = parts ? parts[0] : rest
      const own = held.get(cell)
      if (own) own.push(first)
      else held.set(cell, [first])
      taken.add(piece)
      rest = parts?.[1]
    }
  }
  const texts = new Map([...held].map(([cell, parts]) => [cell, wordsOf(parts)]))
  const rows = cells.map((row, top) =>
    row
      .filter((cell, left) => cell.left === left || row[left - 1] !== cell)
      .map((cell) => (cell.top === top ? (texts.get(cell) ?? EMPTY) : EMPTY)),
  )
  const isTold =
    rows.some((row) => row.filter(({ words }) => words).length >= least) &&
    [...texts.values()].every(({ words }) => words.length <= LONGEST_CELL)
  return isTold ? { pieces: taken, rows: rows.map(rowOf).filter(({ words }) => words.trim()) } : undefined
}

/** Cells as a row, tabs between them: an empty one keeps its place. */
export const rowOf = (cells: readonly Row[]): Row => ({
  words: cells
    .map(({ words }) => words)
    .join('\t')
    .trimEnd(),
  strokes: cells.flatMap(({ strokes }) => strokes),
})

/** Number of the slot between two places that holds a place; -1 outside. */
function slot(places: readonly number[], place: number): number {
  for (let i = 0; i < places.length; i++) if ((places[i] ?? place) > place) return i - 1
  return -1
}

/** pdf.js writes words as one that nearly meet over a border: cut at the blank that is nearest to it. */
function splitAt(piece: Piece, edge: number): readonly [Piece, Piece] | undefined {
  const { words, x, width, inside } = piece
  if (x >= edge || x + width <= edge + 2) return undefined
  const cut = blankNear(words, ((edge - x) / width) * words.length)
  if (cut === undefined) return undefined
  const parts = [words.slice(0, cut), words.slice(cut).trimStart()] as const
  const [before = [], behind = []] = dealt(parts.map(lettersIn), piece.strokes)
  const first = { ...piece, words: parts[0], width: edge - x, isLast: true, strokes: before }
  return [
    first,
    {
      ...piece,
      words: parts[1],
      strokes: behind,
      x: edge + 1,
      width: x + width - edge - 1,
      inside: { ...inside, x: edge + 1 },
    },
  ]
}

/** Where the blank begins that is nearest to a place in a text, if one is near. */
function blankNear(words: string, place: number): number | undefined {
  const isBlank = (at: number) => words.charAt(at).trim() === ''
  let found: number | undefined
  for (let at = Math.max(0, Math.ceil(place - NEAR)); at < words.length && at <= place + NEAR; at++) {
    const isNearer = found === undefined || Math.abs(at - place) < Math.abs(found - place)
    if (isNearer && isBlank(at) && (at === 0 || !isBlank(at - 1))) found = at
  }
  return found
}

/** Words of a cell on one line, words broken over its lines joined. */
export function wordsOf(pieces: readonly Piece[]): Row {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    const isNewLine = before && (before.isLast || Math.abs(before.y - piece.y) > piece.height / 2)
    const isFar = before && piece.x - before.x - before.width > piece.height
    text += `${isNewLine ? '\n' : isFar ? ' ' : ''}${piece.words}`
    before = piece
  }
  const strokes = pieces.flatMap((piece) => piece.strokes)
  const words = (whole: string) => whole.replace(UNEVEN, ' ').trim()
  if (!text.includes('\n')) return { words: words(text), strokes }
  return { words: words(text.replace(BROKEN, '')), strokes: withoutHyphens(text, strokes) }
}

/** Blanks that are not one space. */
const UNEVEN = /\s{2,}|[^\S ]/gu
/** The hyphen of a word that goes on in the next line of its cell. */
const BROKEN = /[-‐\u00ad](?<=\p{L}{2}.)\s*\n\s*(?=\p{Ll}{2})/gu

/** Hyphens that are no part of their words any more are none of the strokes. */
function withoutHyphens(text: string, strokes: readonly Stroke[]): readonly Stroke[] {
  const hyphens = [...text.matchAll(BROKEN)].flatMap(({ 0: hyphen, index }) =>
    lettersIn(hyphen) ? lettersIn(text.slice(0, index)) : [],
  )
  if (!hyphens.length) return strokes
  let passed = 0
  return strokes.map((stroke): Stroke => {
    const [letters, ...box] = stroke
    const from = passed
    passed += letters
    return [letters - hyphens.filter((at) => at >= from && at < passed).length, ...box]
  })
}
