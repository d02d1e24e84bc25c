import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inProcess, readWhole } from '../../lib/pipeline/index.ts'
import { pdfFile, pdfOf } from '../formats/pdf-file.ts'
import { readApart } from '../support/apart.ts'
import { flatJpeg, flatPng, pngWith, tiffWith } from '../support/picture.ts'
import { pictureFile, picturesOf, pngOf, strip } from '../support/scan.ts'

/** MB that a process that reads one file may take, with all that it runs on. */
const MEMORY = 600

/** Grey that differs from pixel to pixel without a rule, or black in so many of them; always the same. */
function noise(width: number, height: number, share?: number) {
  const grey = new Uint8Array(width * height)
  let state = 12_345
  for (let i = 0; i < grey.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    grey[i] = share === undefined ? state >>> 24 : state < share * 2 ** 32 ? 0 : 255
  }
  return { width, height, grey, dpi: 200 }
}

const u16 = (value: number) => [value >> 8, value & 255]
const u32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const stream = (entries: string, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<<${entries}/Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')])

/** A PDF of a page that a picture covers, and of one with a line of words that are a picture. */
const pdfWith = (entries: string, picture: Uint8Array, more: readonly (string | Buffer)[] = []): Uint8Array =>
  pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[3 0 R${more.length ? ' 6 0 R' : ''}]/Count ${more.length ? 2 : 1}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>',
    stream('', Buffer.from('q 595 0 0 842 0 0 cm /Im Do Q')),
    stream(`/Type/XObject/Subtype/Image${entries}`, picture),
    ...more,
  ])
const square = (side: number, filter: string, kind = '/ColorSpace/DeviceRGB/BitsPerComponent 8') =>
  `/Width ${side}/Height ${side}${kind}/Filter/${filter}`

/** The head of a JPEG 2000 picture of three colours, with next to nothing behind it. */
const jpeg2000 = (side: number): Buffer =>
  Buffer.from([
    ...[0xff, 0x4f, 0xff, 0x51, ...u16(47), 0, 0, ...[side, side, 0, 0, side, side, 0, 0].flatMap(u32), ...u16(3)],
    ...[7, 1, 1, 7, 1, 1, 7, 1, 1, 0xff, 0x52, ...u16(12), 0, 0, 0, 1, 0, 5, 4, 4, 0, 1],
    ...[0xff, 0x5c, ...u16(19), 0x40, ...Array<number>(16).fill(0x48)],
    ...[0xff, 0x90, ...u16(10), 0, 0, ...u32(0), 0, 1, 0xff, 0x93, ...Array<number>(1000).fill(0x80), 0xff, 0xd9],
  ])

/** A JBIG2 picture of one region that ends long before it should. */
const jbig2 = (side: number): Buffer => {
  const segment = (number: number, type: number, content: readonly number[]) => [
    ...[...u32(number), type, 0, 1, ...u32(content.length)],
    ...content,
  ]
  const region = [0, 8, 3, 255, 253, 255, 2, 254, 254, 254, ...Array<number>(2000).fill(0x5a)]
  return Buffer.from([
    ...segment(0, 48, [...u32(side), ...u32(side), ...u32(0), ...u32(0), 0, 0, 0]),
    ...segment(1, 38, [...u32(side), ...u32(side), ...u32(0), ...u32(0), ...region]),
  ])
}

/** A TIFF of a white square whose directory follows itself, with so many tags beside, each of 20,000 numbers. */
const tagBomb = (count: number): Buffer => {
  const tags = Object.fromEntries(Array.from({ length: count }, (_, i) => [40_000 + i, 8]))
  const file = tiffWith({ 256: 300, 257: 300, 258: 8, 259: 1, 262: 1, 277: 1, 278: 300, ...tags }, [
    Buffer.alloc(90_000, 255),
  ])
  const directory = file.readUInt32LE(4)
  for (let entry = directory + 2; entry < file.length - 4; entry += 12)
    if (file.readUInt16LE(entry) >= 40_000) file.writeUInt32LE(20_000, entry + 4)
  file.writeUInt32LE(directory, file.length - 4)
  return file
}

describe('a picture made to take all time or memory is told in little', { timeout: 120_000 }, () => {
  it.each<readonly [string, string, () => Uint8Array]>([
    ['noise of twelve million pixels', 'NO_TEXT', () => pngOf(noise(3000, 4000))],
    ['specks', 'NO_TEXT', () => pngOf(noise(3000, 4000, 0.08))],
    ['an empty sheet with a grain', 'NO_TEXT', () => pngOf(grained(1654, 2339))],
    ['noise in a PDF', 'NO_TEXT', () => pictureFile([noise(2480, 3508)])],
    ['a PNG of 49 million colours', 'NO_TEXT', () => flatPng([7000, 7000], 'colour')],
    ['a transparent PNG of 49 million colours', 'PAGE_TOO_LARGE', () => flatPng([7000, 7000], 'transparent')],
    ['a PNG of 16 million transparent colours', 'NO_TEXT', () => flatPng([4000, 4000], 'transparent')],
    ['a JPEG of 49 million pixels', 'NO_TEXT', () => flatJpeg([7000, 7000])],
    ['a progressive JPEG of 49 million pixels', 'NO_TEXT', () => flatJpeg([7000, 7000], true)],
    ['a JPEG of 30,000 pixels', 'PAGE_TOO_LARGE', () => flatJpeg([30_000, 30_000])],
    ['a PNG that ends early', 'IMAGE_DAMAGED', () => flatPng([7000, 7000], 'grey').subarray(0, -500)],
    ['a TIFF of tags without end', 'NO_TEXT', () => tagBomb(6000)],
    ['a PNG with nothing in it', 'NO_TEXT', () => pngWith([6000, 6000, 8, 0], Buffer.alloc(0))],
    [
      '900 million pixels in a PDF',
      'NO_TEXT',
      () =>
        pdfWith(
          square(30_000, 'FlateDecode', '/ColorSpace/DeviceGray/BitsPerComponent 8'),
          deflateSync(Buffer.alloc(9e8)),
        ),
    ],
    ['a JPEG 2000 of 60,000 pixels', 'NO_TEXT', () => pdfWith(square(100, 'JPXDecode'), jpeg2000(60_000))],
    ['a JPEG 2000 of 30,000 pixels', 'PDF_DAMAGED', () => pdfWith(square(30_000, 'JPXDecode'), jpeg2000(30_000))],
    [
      'a JBIG2 of 30,000 pixels',
      'NO_TEXT',
      () => pdfWith(square(30_000, 'JBIG2Decode', '/ColorSpace/DeviceGray/BitsPerComponent 1'), jbig2(30_000)),
    ],
  ])('%s', async (_, wanted, make) => {
    const { said, reached, memory } = await readApart(make())
    expect(said).toBe(wanted)
    expect(reached).toBe(0)
    expect(memory).toBeLessThan(MEMORY)
  })

  it('and costs the pages beside it nothing', async () => {
    const words = 'Socijalna zastita u opstini'
    const [page] = await picturesOf(pdfOf([words]), [1])
    const seen = strip(page ?? noise(1, 1), [0, 0.15])
    const picture = `/Width ${seen.width}/Height ${seen.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`
    const file = pdfWith(square(30_000, 'JPXDecode'), jpeg2000(30_000), [
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 126]/Contents 7 0 R/Resources<</XObject<</Im 8 0 R>>>>>>',
      stream('', Buffer.from('q 595 0 0 126 0 0 cm /Im Do Q')),
      stream(`/Type/XObject/Subtype/Image${picture}`, deflateSync(seen.grey)),
    ])
    const { reading, problems } = await readWhole(inProcess, file)
    expect(reading.text.trim()).toBe(words)
    expect(problems.map(({ code, page }) => [code, page])).toEqual([['PAGE_FAILED', 1]])
  })
})

/** Paper as a scanner sees it: nearly white, never quite the same. */
function grained(width: number, height: number) {
  const paper = noise(width, height)
  return { ...paper, grey: paper.grey.map((grey) => 253 + (grey % 3)) }
}
