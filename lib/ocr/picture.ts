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

/** Pixels of a page that is recognised at most. */
export const MOST_PIXELS = 12_000_000

/** The picture as a file of its own, in the plainest format that there is (PGM). */
export const pgmOf = ({ width, height, grey }: Picture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])

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

/** A picture made smaller until it has no more pixels than are recognised: each is the mean of a square. */
export function reduced(picture: Picture): Picture {
  const { width, height, dpi, grey } = picture
  const by = Math.ceil(Math.sqrt((width * height) / MOST_PIXELS))
  if (by === 1) return picture
  const [columns, rows] = [Math.floor(width / by), Math.floor(height / by)]
  const copy = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let y = row * by; y < (row + 1) * by; y++)
        for (let x = column * by; x < (column + 1) * by; x++) sum += grey[y * width + x] ?? 0
      copy[row * columns + column] = sum / (by * by)
    }
  return { width: columns, height: rows, dpi: dpi / by, grey: copy }
}
