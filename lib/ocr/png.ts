import { inflateSync } from 'node:zlib'
import type { Picture } from './picture.ts'

/** Width of A4. */
const PAGE_INCHES = 8.27

/** The pixels of a PNG of grey, or of black and white, that is not interlaced, as the recognition engine writes them. */
export function pictureOf(png: Buffer): Picture {
  const [width, height, depth = 0] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24]]
  if (![1, 8].includes(depth) || png[25] !== 0 || png[28] !== 0) throw new Error('This PNG is not plain grey.')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const bytes = Math.ceil((width * depth) / 8)
  const lines = unfiltered(inflateSync(Buffer.concat(parts), { maxOutputLength: (bytes + 1) * height }), bytes, height)
  const grey = depth === 8 ? lines : unpacked(lines, width, height)
  return { width, height, dpi: pageDpi({ width, height }), grey }
}

/** The resolution of a picture that does not say how large it is: it is taken for a page of A4. */
export const pageDpi = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.min(width, height) / PAGE_INCHES

/** Takes back the filter of each line: PNG writes differences from the bytes left, above and left above. */
function unfiltered(lines: Buffer, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (width + 1)]
    const row = y * width
    for (let x = 0; x < width; x++) {
      const left = x ? (grey[row + x - 1] ?? 0) : 0
      const above = y ? (grey[row + x - width] ?? 0) : 0
      const corner = x && y ? (grey[row + x - width - 1] ?? 0) : 0
      const guess = [0, left, above, (left + above) >> 1, filter === 4 ? nearest(left, above, corner) : 0][filter ?? 0]
      grey[row + x] = (lines[y * (width + 1) + 1 + x] ?? 0) + (guess ?? 0)
    }
  }
  return grey
}

/** Black and white of lines with eight pixels to a byte. */
function unpacked(lines: Uint8Array, width: number, height: number): Uint8Array {
  const [grey, bytes] = [new Uint8Array(width * height), Math.ceil(width / 8)]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = (lines[y * bytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7)) ? 255 : 0
  return grey
}

/** Paeth's guess: whichever of the three is nearest to left + above − corner. */
function nearest(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
