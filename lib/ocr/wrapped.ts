import { crc32 } from 'node:zlib'
import type { Frame } from '../formats/picture-size.ts'

/** A picture, or a strip of one, as a PDF holds it: its bytes stay as they are in the file that they come from. */
interface Strip {
  readonly height: number
  /** What the PDF says of it. */
  readonly entries: string
  readonly bytes: Uint8Array
}

/** Pixels of an inch of the page. */
const DPI = 200
const POINTS = 72
const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' }

/**
 * A picture file as a PDF of one page, of which an inch has 200 of its pixels, so that it is painted line by line and never
 * unpacked as a whole; undefined where it is written in a way that PDF does not know. Throws where it is damaged.
 */
export function wrapped(bytes: Uint8Array, frame: Frame): Uint8Array | undefined {
  const strips = frame.directory ? tiffStrips(bytes, frame) : onlyStrip(bytes, frame)
  return strips && pdfOf(strips, frame)
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

/** Names that PDF has for how the pixels of a TIFF are packed. */
const PACKINGS: Readonly<Record<number, string>> = {
  1: '',
  4: '/Filter/CCITTFaxDecode',
  5: '/Filter/LZWDecode',
  8: '/Filter/FlateDecode',
  32946: '/Filter/FlateDecode',
  32773: '/Filter/RunLengthDecode',
}

/** A TIFF in strips of grey, colour, or black and white, packed in one of the usual ways. */
function tiffStrips(bytes: Uint8Array, { width, height, samples, bits, directory }: Frame): Strip[] | undefined {
  if (!directory) return undefined
  const { tags } = directory
  const first = (tag: number, other: number) => tags(tag)[0] ?? other
  const [fax, photometric, packing] = [first(259, 1) === 4, first(262, 0), PACKINGS[first(259, 1)]]
  const [offsets, counts] = [tags(273), tags(279)]
  const isUsual = first(266, 1) === 1 && first(284, 1) === 1 && photometric === (samples === 3 ? 2 : photometric & 1)
  if (packing === undefined || !COLOURS[samples] || !isUsual || !offsets.length || bits > 8) return undefined
  const rows = Math.min(height, first(278, height))
  const isInverse = (photometric === 0) !== fax && samples === 1
  return offsets.map((offset, i) => {
    const own = Math.min(rows, height - i * rows)
    const told = fax
      ? `/DecodeParms<</K -1/Columns ${width}/Rows ${own}>>`
      : `/DecodeParms<</Predictor ${first(317, 1)}/Colors ${samples}/BitsPerComponent ${bits}/Columns ${width}>>`
    const pixel = `/ColorSpace${COLOURS[samples]}/BitsPerComponent ${bits}${isInverse ? '/Decode[1 0]' : ''}`
    const entries = `${pixel}${packing}${packing ? told : ''}`
    return { height: own, entries, bytes: bytes.subarray(offset, offset + (counts[i] ?? bytes.length)) }
  })
}

/** The page paints the strips from top to bottom. */
function pdfOf(strips: readonly Strip[], { width, height, quarters }: Frame): Uint8Array {
  const scale = POINTS / DPI
  let top = height
  const painted = strips.map((strip, i) => {
    top -= strip.height
    return `q ${width * scale} 0 0 ${strip.height * scale} 0 ${top * scale} cm /I${i} Do Q`
  })
  const names = strips.map((_, i) => `/I${i} ${i + 5} 0 R`).join('')
  const box = `/MediaBox[0 0 ${width * scale} ${height * scale}]/Rotate ${quarters * 90}`
  return fileOf([
    [Buffer.from('<</Type/Catalog/Pages 2 0 R>>')],
    [Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>')],
    [Buffer.from(`<</Type/Page/Parent 2 0 R/Contents 4 0 R${box}/Resources<</XObject<<${names}>>>>>>`)],
    streamOf('', Buffer.from(painted.join('\n'))),
    ...strips.map(({ height: own, entries, bytes }) =>
      streamOf(`/Type/XObject/Subtype/Image/Width ${width}/Height ${own}${entries}`, bytes),
    ),
  ])
}

const streamOf = (entries: string, bytes: Uint8Array): Uint8Array[] => [
  Buffer.from(`<<${entries}/Length ${bytes.length}>>stream\n`),
  bytes,
  Buffer.from('\nendstream'),
]

/** Objects as a file, each where its table says. */
function fileOf(objects: readonly (readonly Uint8Array[])[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  let length = parts[0]?.length ?? 0
  const write = (bytes: Uint8Array) => {
    parts.push(bytes)
    length += bytes.length
  }
  const lines = objects.map((object, i) => {
    const line = `${String(length).padStart(10, '0')} 00000 n \n`
    for (const part of [Buffer.from(`${i + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n')]) write(part)
    return line
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer<</Size ${size}/Root 1 0 R>>`
  return Buffer.concat([...parts, Buffer.from(`${table}\nstartxref\n${length}\n%%EOF`)])
}
