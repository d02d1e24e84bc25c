import { directoriesIn, type Tags } from './tiff.ts'

/** A picture in a file: how large it is and, as far as its head tells, how its pixels are written. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** Numbers for each pixel: one of grey, three of colour. */
  readonly samples: number
  /** Bits of each. */
  readonly bits: number
  /** Quarters of a circle by which a viewer turns it clockwise. */
  readonly quarters: number
  /** Of a TIFF: where its directory begins, and what is written there. */
  readonly directory?: { readonly offset: number; readonly tags: Tags }
}

/** Numbers of a pixel by the colour type of a PNG: grey, colour, palette, either with transparency. */
const PNG_SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** The orientation of a picture in EXIF, in either order of bytes: by so many quarters it is to be turned. */
const ORIENTATIONS = ['011200030000000100', '120103000100000'].map((mark) => new RegExp(`${mark}(\\d)`, 'u'))
const QUARTERS: Readonly<Record<number, number>> = { 3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3 }
/** Bytes in which EXIF stands. */
const HEAD = 4096

/** The pictures in a file as its head tells of them, without decoding any; none where it is damaged. */
export function framesOf(bytes: Uint8Array): Frame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const mark = view.getUint16(0)
    if (mark === 0x8950) return [pngFrame(view)]
    if (mark === 0xffd8) return jpegFrame(view)
    return directoriesIn(view).map(tiffFrame)
  } catch {
    return []
  }
}

/** A file whose first picture is this one: the head of a TIFF is made to point to it. */
export function fileOf(bytes: Uint8Array, { directory }: Frame): Uint8Array {
  if (!directory) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(4, directory.offset, copy[0] === 0x49)
  return copy
}

const pngFrame = (view: DataView): Frame => ({
  width: view.getUint32(16),
  height: view.getUint32(20),
  bits: view.getUint8(24),
  samples: PNG_SAMPLES[view.getUint8(25)] ?? 4,
  quarters: 0,
})

/** Markers of JPEG that begin a frame: SOF0 to SOF15 but for three tables. */
const isFrameMark = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)

function jpegFrame(view: DataView): Frame[] {
  for (let at = 2; ; ) {
    const mark = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return []
    if (isFrameMark(mark)) {
      const [bits, samples] = [view.getUint8(at + 4), view.getUint8(at + 9)]
      return [{ height: view.getUint16(at + 5), width: view.getUint16(at + 7), bits, samples, quarters: turnOf(view) }]
    }
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

function turnOf({ buffer, byteOffset, byteLength }: DataView): number {
  const bytes = new Uint8Array(buffer, byteOffset, Math.min(byteLength, HEAD))
  const head = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const [orientation] = ORIENTATIONS.flatMap((pattern) => pattern.exec(head)?.[1] ?? [])
  return QUARTERS[Number(orientation)] ?? 0
}

function tiffFrame({ offset, tags }: { readonly offset: number; readonly tags: Tags }): Frame {
  const first = (tag: number, other: number) => tags(tag)[0] ?? other
  return {
    width: first(256, 0),
    height: first(257, 0),
    bits: first(258, 1),
    samples: first(277, 1),
    quarters: QUARTERS[first(274, 1)] ?? 0,
    directory: { offset, tags },
  }
}
