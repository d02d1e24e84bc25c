import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Matrix, NONE, type Painting, Place } from './painting.ts'

/** A straight line that is painted on a page: `at` across its direction, `from` to `to` along it. Points, y downwards. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** A border is no thicker than this, whether it is stroked or a filled rectangle. */
const THICKEST = 3
const SHORTEST = 4
/** More lines than a table has are a drawing. */
const MOST = 3000
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke])
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill])
/** How many numbers follow each drawing operator of a path: move, line, curve, close. */
const OPERANDS = [2, 2, 6, 0]

/** Lines painted on a page, stroked (LibreOffice) or as thin filled rectangles (Word, Chromium); none where it is a drawing. */
export function rulesOf({ start, operators, operands }: Painting): Rules {
  const found = { across: [] as Rule[], down: [] as Rule[] }
  const place = new Place(start)
  for (const [i, operator] of operators.entries()) {
    const args = operands[i] ?? NONE
    if (operator === OPS.constructPath) addPath(args as unknown as PathArgs, place.matrix, found)
    else place.take(operator, args)
    if (found.across.length + found.down.length > MOST) return { across: [], down: [] }
  }
  return found
}

type PathArgs = readonly [operator: number, path: readonly [ArrayLike<number> | null] | undefined]
type Found = { readonly across: Rule[]; readonly down: Rule[] }

function addPath([operator, path]: PathArgs, matrix: Matrix, found: Found): void {
  const isStroked = STROKES.has(operator)
  const numbers = path?.[0]
  if (!numbers || !(isStroked || FILLS.has(operator))) return
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  let outline = new Outline()
  for (let i = 0; i < numbers.length; ) {
    const kind = numbers[i++] ?? -1
    const operands = OPERANDS[kind]
    if (operands === undefined) return
    if (kind === 0) {
      addOutline(outline, isStroked, found)
      outline = new Outline()
    }
    i += operands
    const [x, y] = [numbers[i - 2] ?? 0, numbers[i - 1] ?? 0]
    if (operands) outline.add(a * x + c * y + e, b * x + d * y + f)
  }
  addOutline(outline, isStroked, found)
}

/** The box around the points of an outline, and how many there are. */
class Outline {
  points = 0
  left = Infinity
  right = -Infinity
  top = Infinity
  bottom = -Infinity

  add(x: number, y: number): void {
    this.points++
    this.left = Math.min(this.left, x)
    this.right = Math.max(this.right, x)
    this.top = Math.min(this.top, y)
    this.bottom = Math.max(this.bottom, y)
  }
}

/** A thin outline is a line by itself; a stroked box is its four sides. */
function addOutline({ points, left, right, top, bottom }: Outline, isStroked: boolean, found: Found): void {
  if (points < 2 || points > 6) return
  const [width, height] = [right - left, bottom - top]
  if (height <= THICKEST && width > SHORTEST) found.across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (width <= THICKEST && height > SHORTEST) found.down.push({ at: (left + right) / 2, from: top, to: bottom })
  else if (isStroked && points >= 4 && width > THICKEST && height > THICKEST) {
    found.across.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right })
    found.down.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom })
  }
}
