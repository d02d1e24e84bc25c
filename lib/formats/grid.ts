import type { Rule, Rules } from './rules.ts'

/** Lines nearer than this are one: both edges of a border, or borders that nearly meet. Points. */
const NEAR = 3.5
/** Pieces that stand off each other by less lie on one line. */
const SAME = 0.1
/** Text that stands further out than this beyond the last line makes a column or row of its own. */
const OPEN = 8
/** Share of an edge that must be painted for it to part two cells. */
const PAINTED = 0.6
const MOST_CELLS = 5000

/** A cell of a table, with the rows and columns it reaches over; `right` and `bottom` are excluded. */
export interface Cell {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** A table by its lines: where its columns and rows begin and end, and which cell holds each field of the grid. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Row by row. */
  readonly cells: readonly (readonly Cell[])[]
}

/** Tables of a page: sets of lines that cross each other and part at least two columns. */
export function gridsOf({ across, down }: Rules): Grid[] {
  return groups({ across: whole(across), down: whole(down) }).flatMap(({ across, down }) => {
    const xs = edges(down, across)
    const ys = edges(across, down)
    const fields = (xs.length - 1) * (ys.length - 1)
    return xs.length < 3 || ys.length < 2 || fields > MOST_CELLS
      ? []
      : [{ xs, ys, cells: cellsOf({ across, down }, xs, ys) }]
  })
}

/** Lines of which the pieces, one for each cell, and both edges are one line each. */
function whole(pieces: readonly Rule[]): Rule[] {
  const lines: Rule[] = []
  for (const piece of [...pieces].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = lines.at(-1)
    if (last && piece.at - last.at < SAME && piece.from - last.to <= NEAR && piece.from >= last.from)
      lines[lines.length - 1] = { ...last, to: Math.max(last.to, piece.to) }
    else lines.push(piece)
  }
  return lines
}

/** Where a grid's lines stand, with its open ends: a table may have no line at its sides. */
function edges(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const places: number[] = []
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > NEAR) places.push(at)
  const [first, last] = [Math.min(...crossing.map(({ from }) => from)), Math.max(...crossing.map(({ to }) => to))]
  if ((places[0] ?? first) - first > OPEN) places.unshift(first)
  if (last - (places.at(-1) ?? last) > OPEN) places.push(last)
  return places
}

/** Lines that meet, directly or through others. */
function groups({ across, down }: Rules): { across: Rule[]; down: Rule[] }[] {
  const links = new Links(across.length + down.length)
  across.forEach((a, i) => {
    down.forEach((d, k) => {
      if (reaches(a, d.at) && reaches(d, a.at)) links.join(i, across.length + k)
    })
  })
  const found = new Map<number, { across: Rule[]; down: Rule[] }>()
  const groupOf = (index: number) => {
    const group = found.get(links.find(index)) ?? { across: [], down: [] }
    found.set(links.find(index), group)
    return group
  }
  across.forEach((rule, i) => void groupOf(i).across.push(rule))
  down.forEach((rule, i) => void groupOf(across.length + i).down.push(rule))
  return [...found.values()].filter((group) => group.across.length > 0 && group.down.length > 0)
}

const reaches = ({ from, to }: Rule, place: number): boolean => place >= from - NEAR && place <= to + NEAR

/** Fields between which no line is painted are one cell. */
function cellsOf({ across, down }: Rules, xs: readonly number[], ys: readonly number[]): Cell[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const links = new Links(columns * rows)
  const byX = xs.map((x) => down.filter(({ at }) => Math.abs(at - x) <= NEAR))
  const byY = ys.map((y) => across.filter(({ at }) => Math.abs(at - y) <= NEAR))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const field = row * columns + column
      if (column + 1 < columns && !isPainted(byX[column + 1], ys[row], ys[row + 1])) links.join(field, field + 1)
      if (row + 1 < rows && !isPainted(byY[row + 1], xs[column], xs[column + 1])) links.join(field, field + columns)
    }
  const extents = new Map<number, Extent>()
  return Array.from({ length: rows }, (_, top) =>
    Array.from({ length: columns }, (_, left) => {
      const root = links.find(top * columns + left)
      const cell = extents.get(root) ?? { top, left, right: 0, bottom: 0 }
      extents.set(root, cell)
      cell.left = Math.min(cell.left, left)
      cell.right = Math.max(cell.right, left + 1)
      cell.bottom = top + 1
      return cell
    }),
  )
}

/** A cell that grows by its fields, row by row. */
type Extent = { -readonly [side in keyof Cell]: number }

/** Is an edge painted for the most part? Its line may be made of pieces, one for each cell. */
function isPainted(pieces: readonly Rule[] = [], from = 0, to = 0): boolean {
  let painted = 0
  for (const piece of pieces) painted += Math.max(0, Math.min(to, piece.to) - Math.max(from, piece.from))
  return painted >= (to - from) * PAINTED
}

/** Sets of numbers that grow together (union-find with path halving). */
class Links {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i)
  }

  find(index: number): number {
    let at = index
    for (let parent = this.#parents[at] ?? at; parent !== at; parent = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[parent] ?? parent
      at = parent
    }
    return at
  }

  join(a: number, b: number): void {
    this.#parents[this.find(a)] = this.find(b)
  }
}
