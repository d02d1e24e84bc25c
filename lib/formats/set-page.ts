import { normalize } from '../text/index.ts'
import type { SizedPage } from './headings.ts'
import type { Piece } from './piece.ts'
import type { Stroke } from './stroke.ts'
import type { Row, Table } from './tables.ts'

/** A step down by less is the same line: an index, a change of font. Points, as in pdf-parse. */
const SAME_LINE = 4.6
/** A step that is so many times as wide as those between the lines of a paragraph begins a new one. */
const APART = 1.3

/** Sets the pieces of a page as lines, and each table among them as rows. */
export function setPage(pieces: readonly Piece[], tables: readonly Table[]): SizedPage {
  const written = new Set<Table>()
  const widest = widestStep(pieces) * APART
  const lines = new Lines()
  let before: Piece | undefined
  for (const piece of pieces) {
    const table = tables.find((one) => one.pieces.has(piece))
    if (table) {
      if (!written.has(table)) lines.rows(table.rows)
      written.add(table)
      before = undefined
    } else if (before || piece.words.trim()) {
      for (let i = breaksBefore(piece, { before, isNew: lines.isNew, widest }); i > 0; i--) lines.end()
      lines.write(piece)
      if (piece.isLast) lines.end()
      if (piece.words.trim()) before = piece
    }
  }
  return lines.page()
}

/** The lines of a page with the size of the letters that begin each. */
class Lines {
  readonly #lines: string[] = []
  readonly #sizes: number[] = []
  readonly #strokes: (readonly Stroke[])[] = []
  #line = ''
  #painted: Stroke[] = []
  #size = 0

  /** Nothing is written on the last line yet. */
  get isNew(): boolean {
    return this.#line === '' && this.#lines.length > 0
  }

  write({ words, height, strokes }: Piece): void {
    if (words.trim() && !this.#line.trim()) this.#size = Math.round(height * 2) / 2
    this.#line += words
    this.#painted.push(...strokes)
  }

  end(): void {
    const isBlank = !this.#line.trim()
    if (!isBlank || (this.#lines.at(-1) ?? '') !== '') {
      this.#lines.push(isBlank ? '' : normalize(this.#line))
      this.#sizes.push(isBlank ? 0 : this.#size)
      this.#strokes.push(this.#painted)
    }
    this.#line = ''
    this.#painted = []
    this.#size = 0
  }

  rows(rows: readonly Row[]): void {
    if (this.#line.trim()) this.end()
    this.end()
    for (const { words, strokes } of rows) {
      this.#line = words
      this.#painted.push(...strokes)
      this.end()
    }
    this.end()
  }

  page(): SizedPage {
    this.end()
    while (this.#lines.at(-1) === '') this.#lines.pop()
    const { length } = this.#lines
    const [sizes, strokes] = [this.#sizes.slice(0, length), this.#strokes.slice(0, length)]
    return { text: this.#lines.join('\n'), sizes, strokes }
  }
}

/** How many line ends part a piece from the one before; two leave a blank line. */
function breaksBefore(
  piece: Piece,
  { before, isNew, widest }: { readonly before: Piece | undefined; readonly isNew: boolean; readonly widest: number },
): number {
  if (!before || !piece.words.trim()) return 0
  const step = piece.y - before.y
  const isApart = step / sizeOf(before, piece) > widest
  if (isNew) return isApart ? 1 : 0
  if (Math.abs(step) <= SAME_LINE || Math.abs(step) - 1 <= before.height) return 0
  return isApart ? 2 : 1
}

/** The step between lines inside paragraphs, in sizes of their letters: three quarters of the steps are wider or the same. */
function widestStep(pieces: readonly Piece[]): number {
  const seen = pieces.filter(({ words }) => words.trim())
  const steps: number[] = []
  seen.forEach((piece, i) => {
    const before = seen[i - 1]
    const step = before ? (piece.y - before.y) / sizeOf(before, piece) : 0
    if (step > 0.5 && step < 4) steps.push(step)
  })
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? Infinity
}

const sizeOf = (a: Piece, b: Piece): number => Math.max(a.height, b.height) || 1
