import { inflateSync } from 'node:zlib'
import type { Picture } from './picture.ts'

/** Width of A4 in inches: a picture that does not say how large it is is taken for a page of that. */
const PAGE_INCHES = 8.27

/** The pixels of a PNG of eight bits of grey that is not interlaced, as the recognition engine writes them. */
export function pictureOf(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png[24] !== 8 || png[25] !== 0 || png[28] !== 0) throw new Error('This PNG is not plain grey.')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const lines = inflateSync(Buffer.concat(parts), { maxOutputLength: (width + 1) * height })
  return { width, height, dpi: Math.min(width, height) / PAGE_INCHES, grey: unfiltered(lines, width, height) }
}

/** Takes back the filter of each line: PNG writes differences from the pixels left, above and left above. */
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

/** Paeth's guess: whichever of the three is nearest to left + above − corner. */
function nearest(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
