import { crc32 } from 'node:zlib'
import type { Frame } from '../pictures/frame.ts'
import { COLOURS, pageOf, type Strip } from '../pictures/page.ts'
import { tiffPage } from '../pictures/tiff-page.ts'

/**
 * A picture file as a PDF of one page, of which an inch has 200 of its pixels, so that it is painted line by line and never
 * unpacked as a whole; undefined where it is written in a way that PDF does not know. Throws where it is damaged.
 */
export function wrapped(bytes: Uint8Array, frame: Frame): Uint8Array | undefined {
  if (frame.directory) return tiffPage(bytes, frame)
  const strips = onlyStrip(bytes, frame)
  return strips && pageOf(strips, frame)
}

function onlyStrip(bytes: Uint8Array, frame: Frame): Strip[] | undefined {
  const { samples, bits, height } = frame
  if (bytes[0] === 0x89) return pngStrip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), frame)
  const colours = COLOURS[samples]
  if (!colours || bits !== 8) return undefined
  return [{ height, entries: `/ColorSpace${colours}/BitsPerComponent 8/Filter/DCTDecode`, bytes }]
}

/** A PNG without transparency that is not interlaced: its data are packed as those of a PDF may be. */
function pngStrip(png: Buffer, { width, height, samples, bits }: Frame): Strip[] | undefined {
  if (!COLOURS[samples] || png[28] !== 0) return undefined
  const chunks = chunksOf(png)
  const palette = chunks.find(({ name }) => name === 'PLTE')?.bytes
  const colours = palette
    ? `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${palette.toString('hex')}>]`
    : COLOURS[samples]
  const pixel = `/BitsPerComponent ${bits}`
  const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ bytes }) => bytes)
  const packing = `/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${samples}${pixel}/Columns ${width}>>`
  return [{ height, entries: `/ColorSpace${colours}${pixel}${packing}`, bytes: Buffer.concat(packed) }]
}

/** The parts of a PNG; throws where one of them is not what its sum says, or the last is missing. */
function chunksOf(png: Buffer): { readonly name: string; readonly bytes: Buffer }[] {
  const chunks: { name: string; bytes: Buffer }[] = []
  for (let at = 8; chunks.at(-1)?.name !== 'IEND'; ) {
    const end = at + 8 + png.readUInt32BE(at)
    if (crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end)) throw new Error('A part of this PNG is damaged.')
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), bytes: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}
