import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { NONE, type Painting, Place } from './painting.ts'

/** Share of a page that pictures cover where it is a scan. */
const COVERED = 0.5
/** What a transform makes of one unit is no picture where it is smaller than this, but a letter. Square points. */
const SMALLEST = 400

/** A page that is painted in more steps is a drawing or a bomb: letters as shapes take some ten thousand. */
const MOST_STEPS = 50_000

/** Is anything drawn on a page that may be letters, a picture or shapes? */
export const isPainted = ({ operators }: Painting): boolean =>
  operators.length <= MOST_STEPS &&
  operators.some((operator) => operator === OPS.transform || operator === OPS.constructPath)

/**
 * Do pictures cover a page? They themselves are never decoded: each stands in the unit square of a transform, which is
 * as large as the picture on the page.
 */
export function isPictured({ start, width, height, operators, operands }: Painting): boolean {
  const place = new Place(start)
  let covered = 0
  operators.forEach((operator, i) => {
    place.take(operator, operands[i] ?? NONE)
    if (operator !== OPS.transform) return
    const [a = 0, b = 0, c = 0, d = 0] = place.matrix
    const area = Math.abs(a * d - b * c)
    if (area >= SMALLEST) covered += area
  })
  return covered >= width * height * COVERED
}
