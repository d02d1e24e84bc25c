import { askewBy } from './origin.ts'
import type { Picture } from './picture.ts'

/** Angles that are tried, in degrees: papers lie further askew in no scanner. */
const WIDEST = 4
const STEP = 0.1
/** Ink that is looked at, in pixels. */
const ENOUGH = 40_000
const INK = 128
/** Lines of text must stand out so much more clearly at an angle than level for the page to lie askew. */
const CLEARER = 1.05
const DEGREE = Math.PI / 180

/** A page whose lines run level: one that lies askew is turned back, since lines of it would be lost, and all tables. */
export function levelled(picture: Picture): Picture {
  const slope = slopeOf(picture)
  return slope === 0 ? picture : turnedBack(picture, slope)
}

/** The angle at which the ink gathers most in lines, as it does in a text that is level. Radians, clockwise. */
function slopeOf(picture: Picture): number {
  const ink = inkOf(picture)
  const clearness = (degrees: number) => gathered(ink, picture, degrees * DEGREE)
  let [best, most] = [0, clearness(0) * CLEARER]
  for (let degrees = -WIDEST; degrees <= WIDEST; degrees += STEP) {
    const clear = clearness(degrees)
    if (clear > most) [best, most] = [degrees, clear]
  }
  return best * DEGREE
}

/** Places of dark pixels, some of all. */
function inkOf({ width, grey }: Picture): Uint32Array {
  const places: number[] = []
  let dark = 0
  for (const value of grey) if (value < INK) dark++
  const every = Math.max(1, Math.floor(dark / ENOUGH))
  let seen = 0
  for (let at = 0; at < grey.length; at++)
    if ((grey[at] ?? 255) < INK && seen++ % every === 0) places.push(at % width, Math.floor(at / width))
  return Uint32Array.from(places)
}

/** How unevenly ink is spread over the lines of a page that is turned back by an angle. */
function gathered(ink: Uint32Array, { width, height }: Picture, slope: number): number {
  const lines = new Uint32Array(height + 2 * width)
  const tangent = Math.tan(slope)
  for (let i = 0; i < ink.length; i += 2) {
    const line = Math.round((ink[i + 1] ?? 0) - tangent * (ink[i] ?? 0)) + width
    lines[line] = (lines[line] ?? 0) + 1
  }
  return lines.reduce((sum, count) => sum + count * count, 0)
}

function turnedBack(picture: Picture, slope: number): Picture {
  const { width, height, grey } = picture
  const askew = askewBy(slope, picture)
  const copy = new Uint8Array(grey.length).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = askew(x, y)
      const [c, r] = [Math.floor(column), Math.floor(row)]
      if (c < 0 || r < 0 || c >= width - 1 || r >= height - 1) continue
      const [right, down, at] = [column - c, row - r, r * width + c]
      const above = (grey[at] ?? 0) * (1 - right) + (grey[at + 1] ?? 0) * right
      const below = (grey[at + width] ?? 0) * (1 - right) + (grey[at + width + 1] ?? 0) * right
      copy[y * width + x] = above * (1 - down) + below * down
    }
  return { ...picture, slope, grey: copy }
}
