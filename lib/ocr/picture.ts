/** A page as a picture: one byte of grey for each pixel, row by row, 255 is white. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly grey: Uint8Array
  /** The angle by which it lay askew before it was laid level. Radians, clockwise. */
  readonly slope?: number
  /** By how many quarters of a circle it was turned clockwise, when it was level. */
  readonly turn?: number
}

/** Pixels of a page that is recognised at most: those of A3 at 200 dpi. More take longer and read no better. */
export const MOST_PIXELS = 8_000_000

/** By how much the sides of a picture are made shorter before it is recognised: 1 where it has no more pixels than that. */
export const reductionOf = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.max(1, Math.sqrt((width * height) / MOST_PIXELS))

/** The picture as a file of its own, in the plainest format that there is (PGM), in memory that threads share. */
export function pgmOf({ width, height, grey }: Picture): Buffer {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`)
  const file = Buffer.from(new SharedArrayBuffer(head.length + grey.length))
  file.set(head)
  file.set(grey, head.length)
  return file
}

/** A picture turned clockwise by so many quarters of a circle. */
export function turned(picture: Picture, quarters: number): Picture {
  const { width, height, grey } = picture
  if (quarters === 0) return picture
  const turn = ((picture.turn ?? 0) + quarters) % 4
  if (quarters === 2) return { ...picture, turn, grey: grey.slice().reverse() }
  const copy = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      copy[quarters === 1 ? x * height + height - 1 - y : (width - 1 - x) * height + y] = grey[y * width + x] ?? 0
  return { ...picture, width: height, height: width, turn, grey: copy }
}

/** A picture made smaller until it has no more pixels than are recognised: each is the mean of those that it covers. */
export function reduced(picture: Picture): Picture {
  const { width, height, dpi, grey } = picture
  const by = reductionOf(picture)
  if (by === 1) return picture
  const [columns, rows] = [Math.floor(width / by), Math.floor(height / by)]
  const sums = new Float32Array(columns)
  const copy = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    eachCovered(row * by, by, (y, share) => addRow(sums, grey.subarray(y * width, (y + 1) * width), { by, share }))
    for (let column = 0; column < columns; column++)
      copy[row * columns + column] = Math.round((sums[column] ?? 0) / by ** 2)
  }
  return { width: columns, height: rows, dpi: dpi / by, grey: copy }
}

function addRow(
  sums: Float32Array,
  row: Uint8Array,
  { by, share }: { readonly by: number; readonly share: number },
): void {
  for (let column = 0; column < sums.length; column++)
    eachCovered(column * by, by, (x, part) => {
      sums[column] = (sums[column] ?? 0) + (row[x] ?? 0) * part * share
    })
}

/** Which pixels lie on a stretch of a line, and how much of each. */
function eachCovered(from: number, length: number, add: (at: number, share: number) => void): void {
  for (let at = Math.floor(from); at < from + length; at++)
    add(at, Math.min(at + 1, from + length) - Math.max(at, from))
}
