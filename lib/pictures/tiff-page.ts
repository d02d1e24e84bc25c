import type { Frame } from './frame.ts'
import { COLOURS, pageOf, type Strip } from './page.ts'

/** Names that PDF has for how the pixels of a TIFF are packed. */
const PACKINGS: Readonly<Record<number, string>> = {
  1: '',
  4: '/Filter/CCITTFaxDecode',
  5: '/Filter/LZWDecode',
  8: '/Filter/FlateDecode',
  32946: '/Filter/FlateDecode',
  32773: '/Filter/RunLengthDecode',
}

/**
 * A picture of a TIFF as a PDF of one page; undefined where it is not in strips of grey, colour, or black and white, packed in one
 * of the usual ways.
 */
export function tiffPage(bytes: Uint8Array, frame: Frame): Uint8Array<ArrayBuffer> | undefined {
  const strips = stripsOf(bytes, frame)
  return strips && pageOf(strips, frame)
}

function stripsOf(bytes: Uint8Array, { width, height, samples, bits, directory }: Frame): Strip[] | undefined {
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
