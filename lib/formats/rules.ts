import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

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

type Matrix = readonly number[]

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
export async function rulesOf(page: PDFPageProxy): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const found = { across: [] as Rule[], down: [] as Rule[] }
  const stack: Matrix[] = []
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform
  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i] ?? 0
    const args: unknown[] = argsArray[i] ?? []
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = Util.transform([...matrix], args as number[])
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args[0]) matrix = Util.transform([...matrix], args[0] as number[])
    } else if (operator === OPS.constructPath) addPath(args as PathArgs, matrix, found)
    if (found.across.length + found.down.length > MOST) return { across: [], down: [] }
  }
  return found
}

type PathArgs = [operator: number, path: [ArrayLike<number> | null] | undefined]
type Found = { readonly across: Rule[]; readonly down: Rule[] }
type Point = readonly [x: number, y: number]

function addPath([operator, path]: PathArgs, matrix: Matrix, found: Found): void {
  const isStroked = STROKES.has(operator)
  const numbers = path?.[0]
  if (!numbers || !(isStroked || FILLS.has(operator))) return
  let points: Point[] = []
  for (let i = 0; i < numbers.length; ) {
    const kind = numbers[i++] ?? -1
    const operands = OPERANDS[kind]
    if (operands === undefined) return
    if (kind === 0) {
      addOutline(points, isStroked, found)
      points = []
    }
    i += operands
    if (operands) points.push(place(numbers[i - 2] ?? 0, numbers[i - 1] ?? 0, matrix))
  }
  addOutline(points, isStroked, found)
}

const place = (x: number, y: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** A thin outline is a line by itself; a stroked box is its four sides. */
function addOutline(points: readonly Point[], isStroked: boolean, found: Found): void {
  if (points.length < 2 || points.length > 6) return
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [width, height] = [right - left, bottom - top]
  if (height <= THICKEST && width > SHORTEST) found.across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (width <= THICKEST && height > SHORTEST) found.down.push({ at: (left + right) / 2, from: top, to: bottom })
  else if (isStroked && points.length >= 4 && width > THICKEST && height > THICKEST) {
    found.across.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right })
    found.down.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom })
  }
}
