import type { Picture } from './picture.ts'

/** A square inch, and so many specks in it that no letter is made out: tiny print has 300, and 900 can still be read through. */
const INCH = 200
const SPECKS = 1200
/** What four pixels add to the number of specks less that of holes, in quarters, by which of them are ink: Gray's quads. */
const QUADS = [0, 1, 1, 0, 1, 0, -2, -1, 1, -2, 0, -1, 0, -1, -1, 0]
const GREYS = 256

/**
 * May words be made out in a picture? None are where all of it is one grey, as a page is from which a picture was left out,
 * nor where specks cover most of it, as they do an empty sheet whose grain is all that is seen, though it would take long to
 * find that out.
 */
export function isLegible({ width, height, grey }: Picture): boolean {
  if (grey.every((value) => value === grey[0])) return false
  const ink = darkest(grey)
  const across = Math.ceil(width / INCH)
  const quarters = new Int32Array(across * Math.ceil(height / INCH))
  for (let y = 1; y < height; y++) {
    const [row, inches] = [y * width, Math.floor(y / INCH) * across]
    let left = 0
    for (let x = 0; x < width; x++) {
      const right = ((grey[row - width + x] ?? 0) <= ink ? 1 : 0) + ((grey[row + x] ?? 0) <= ink ? 2 : 0)
      const inch = inches + Math.floor(x / INCH)
      quarters[inch] = (quarters[inch] ?? 0) + (QUADS[left * 4 + right] ?? 0)
      left = right
    }
  }
  return quarters.filter((sum) => Math.abs(sum) / 4 > SPECKS).length <= quarters.length / 2
}

/** The lightest grey of ink: that at which ink and paper differ most from each other (Otsu), as for the engine. */
function darkest(grey: Uint8Array): number {
  const counts = new Float64Array(GREYS)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const all = counts.reduce((sum, count, value) => sum + count * value, 0)
  let [pixels, sum, best, most] = [0, 0, 0, 0]
  for (let value = 0; value < GREYS - 1; value++) {
    pixels += counts[value] ?? 0
    sum += (counts[value] ?? 0) * value
    const others = grey.length - pixels
    const apart = pixels && others ? pixels * others * (sum / pixels - (all - sum) / others) ** 2 : 0
    if (apart > most) [best, most] = [value, apart]
  }
  return best
}
