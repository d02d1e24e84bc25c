import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Share of a page that pictures cover where it is a scan. */
const COVERED = 0.5
/** What a transform makes of one unit is no picture where it is smaller than this, but a letter. Square points. */
const SMALLEST = 400

/** A page that is painted in more steps is a drawing or a bomb: letters as shapes take some ten thousand. */
const MOST_STEPS = 100_000

/** Is anything drawn on a page that may be letters, a picture or shapes? */
export const isPainted = async (page: PDFPageProxy): Promise<boolean> => {
  const { fnArray } = await page.getOperatorList({ annotationMode: 0 })
  if (fnArray.length > MOST_STEPS) return false
  return fnArray.some((operator) => operator === OPS.transform || operator === OPS.constructPath)
}

/**
 * Do pictures cover a page? They themselves are never decoded: each stands in the unit square of a transform, which is
 * as large as the picture on the page.
 */
export async function isPictured(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const stack: number[][] = []
  let matrix: number[] = [...transform]
  let covered = 0
  fnArray.forEach((operator, i) => {
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) {
      matrix = Util.transform(matrix, argsArray[i])
      const [a = 0, b = 0, c = 0, d = 0] = matrix
      const area = Math.abs(a * d - b * c)
      if (area >= SMALLEST) covered += area
    }
  })
  return covered >= width * height * COVERED
}
