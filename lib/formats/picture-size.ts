/** A picture in a file: how large it is, and for TIFF where its directory begins. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly offset?: number
}

/** Pictures that one file holds at most; a directory that leads back to itself ends here. */
const MOST_FRAMES = 1000

/** Width and height of the pictures in a file, told by its head without decoding any; none where it is damaged. */
export function framesOf(bytes: Uint8Array): Frame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const mark = view.getUint16(0)
    if (mark === 0x8950) return [{ width: view.getUint32(16), height: view.getUint32(20) }]
    if (mark === 0xffd8) return jpegFrame(view)
    return tiffFrames(view, mark === 0x4949)
  } catch {
    return []
  }
}

/** A file whose first picture is this one: the head of a TIFF is made to point to it. */
export function fileOf(bytes: Uint8Array, { offset }: Frame): Uint8Array {
  if (offset === undefined) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(4, offset, copy[0] === 0x49)
  return copy
}

/** Markers of JPEG that begin a frame: SOF0 to SOF15 but for three tables. */
const isFrameMark = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)

function jpegFrame(view: DataView): Frame[] {
  for (let at = 2; ; ) {
    const mark = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return []
    if (isFrameMark(mark)) return [{ height: view.getUint16(at + 5), width: view.getUint16(at + 7) }]
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

/** The directories of a TIFF are a chain: number of entries, entries of twelve bytes, offset of the next. */
function tiffFrames(view: DataView, isLittle: boolean): Frame[] {
  const frames: Frame[] = []
  let offset = view.getUint32(4, isLittle)
  while (offset && frames.length < MOST_FRAMES) {
    const count = view.getUint16(offset, isLittle)
    const sides: Record<number, number> = {}
    for (let i = 0; i < count; i++) {
      const entry = offset + 2 + 12 * i
      const isShort = view.getUint16(entry + 2, isLittle) === 3
      sides[view.getUint16(entry, isLittle)] = isShort
        ? view.getUint16(entry + 8, isLittle)
        : view.getUint32(entry + 8, isLittle)
    }
    frames.push({ width: sides[256] ?? 0, height: sides[257] ?? 0, offset })
    offset = view.getUint32(offset + 2 + 12 * count, isLittle)
  }
  return frames
}
