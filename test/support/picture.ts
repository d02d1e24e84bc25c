import { crc32, deflateSync } from 'node:zlib'

/** How the pixels of a PNG are written: one byte of grey, three of colour, four with transparency. */
const KINDS = { grey: [0, 1], colour: [2, 3], transparent: [6, 4] } as const

/** A PNG of one grey, however large: `[width, height]`. */
export function flatPng([width, height]: readonly [number, number], kind: keyof typeof KINDS, value = 255): Buffer {
  const [type, samples] = KINDS[kind]
  const lines = Buffer.alloc((width * samples + 1) * height, value)
  for (let y = 0; y < height; y++) lines[y * (width * samples + 1)] = 0
  return pngWith([width, height, 8, type], lines)
}

/** A PNG of these lines, each with its filter before it. */
export function pngWith([width, height, bits, type]: readonly [number, number, number, number], lines: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = bits
  head[9] = type
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const segment = (mark: number, ...bytes: number[]): Buffer =>
  Buffer.from([0xff, mark, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes])
const LENGTHS = [1, ...Array<number>(15).fill(0)]

/** A JPEG of one grey: two bits for each 64 pixels. Progressive, its reader has to keep all of it at once. */
export function flatJpeg([width, height]: readonly [number, number], isProgressive = false): Buffer {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...Array<number>(64).fill(1)),
    segment(isProgressive ? 0xc2 : 0xc0, 8, ...size, 1, 1, 0x11, 0),
    segment(0xc4, 0, ...LENGTHS, 0),
    segment(0xc4, 0x10, ...LENGTHS, 0),
    segment(0xda, 1, 1, 0, 0, isProgressive ? 0 : 63, 0),
    Buffer.alloc(Math.ceil((blocks * (isProgressive ? 1 : 2)) / 8)),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A TIFF of one picture in strips of so many lines, with these tags beside those that tell where the strips are. */
export function tiffWith(tags: Readonly<Record<number, number>>, strips: readonly Buffer[]): Buffer {
  const starts: number[] = []
  let at = 8
  for (const strip of strips) {
    starts.push(at)
    at += strip.length
  }
  const lists: [tag: number, numbers: readonly number[]][] = [
    ...Object.entries(tags).map(([tag, value]): [number, number[]] => [Number(tag), [value]]),
    [273, starts],
    [279, strips.map(({ length }) => length)],
  ]
  lists.sort(([a], [b]) => a - b)
  const directory = Buffer.alloc(2 + 12 * lists.length + 4)
  directory.writeUInt16LE(lists.length)
  const rest: Buffer[] = []
  let after = at + directory.length
  lists.forEach(([tag, numbers], i) => {
    const entry = 2 + 12 * i
    const isShort = numbers.length === 1
    directory.writeUInt16LE(tag, entry)
    directory.writeUInt16LE(4, entry + 2)
    directory.writeUInt32LE(numbers.length, entry + 4)
    directory.writeUInt32LE(isShort ? (numbers[0] ?? 0) : after, entry + 8)
    if (isShort) return
    rest.push(Buffer.from(Uint32Array.from(numbers).buffer))
    after += 4 * numbers.length
  })
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])
  head.writeUInt32LE(at, 4)
  return Buffer.concat([head, ...strips, directory, ...rest])
}
