import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { type Picture, turned } from '../../lib/ocr/picture.ts'
import { inProcess, readWhole } from '../../lib/pipeline/index.ts'
import { pdfFile, pdfOf } from '../formats/pdf-file.ts'
import { errorOf } from '../support/distance.ts'
import { pngWith, tiffWith } from '../support/picture.ts'
import { askew, pictureFile, picturesOf, pngOf, strip, tiffOf } from '../support/scan.ts'

const root = join(import.meta.dirname, '../..')
const fixture = (slug: string) => readFileSync(join(root, 'fixtures', slug, 'source.pdf'))
const PALANKA = fixture('rs-backa-palanka-strategy-2019')
const whole = (bytes: Uint8Array) => readWhole(inProcess, bytes)
const codes = (file: Awaited<ReturnType<typeof whole>>) => file.problems.map(({ code, page }) => [code, page])

/** A strip of the first page of a sample with a few lines, since each page takes seconds. */
const part = async (slug: string, quarters = 0, share: readonly [number, number] = [0.12, 0.4]) =>
  (await picturesOf(fixture(slug), [1])).map((one) => turned(strip(one, share), quarters))[0] as Picture

describe('a scan', { timeout: 180_000 }, () => {
  it('is read as the text that was scanned: words, title, headings, running lines', async () => {
    const [scanned, text] = [await whole(pictureFile(await picturesOf(PALANKA, [1, 2]))), await read(PALANKA)]
    expect(scanned.problems).toEqual([])
    expect(scanned.reading.pages.map(({ source, grade }) => [source, grade])).toEqual([
      ['ocr', 'good'],
      ['ocr', 'good'],
    ])
    for (const { confidence } of scanned.reading.pages) expect(confidence).toBeGreaterThan(0.9)
    for (const { confidence } of scanned.reading.pages) expect(confidence).toBeLessThanOrEqual(1)
    expect(errorOf(bodyOf(scanned), bodyOf(text))).toBeLessThan(0.01)
    expect(headingsOf(scanned)).toEqual(headingsOf(text))
    expect(scanned.reading.marks.filter(({ kind }) => kind === 'header')).toHaveLength(2)
  })

  it('is read in Polish where it is Polish', async () => {
    const picture = await part('pl-ruda-slaska-strategy-2015')
    const { reading, problems } = await whole(pictureFile([picture]))
    expect(reading.text).toContain('Miasta Ruda Śląska na lata 2015')
    expect(reading.text).toMatch(/[łżę]/u)
    expect(problems).toEqual([])
  })

  it('is read in Cyrillic, and on its head', async () => {
    const { reading, problems } = await whole(pictureFile([await part('rs-zajecar-strategy-2025', 2, [0.08, 0.4])]))
    expect(reading.text).toContain('Град Зајечар има 48.621 становника, од којих је сваки четврти')
    expect(problems).toEqual([])
  })

  it('is read column by column', async () => {
    const column = (x: number, words: string) =>
      `BT /F1 12 Tf 15 TL ${x} 760 Td ${Array.from({ length: 12 }, (_, i) => `(${words} ${i + 1} u opstini) Tj T*`).join(' ')} ET`
    const columns = pdfOf([Buffer.from(`${column(60, 'Prva kolona red')} ${column(330, 'Druga strana red')}`)])
    const [page] = await picturesOf(columns, [1])
    const { reading } = await whole(pictureFile([strip(page as Picture, [0, 0.4])]))
    expect(reading.text.indexOf('Prva kolona red 12')).toBeLessThan(reading.text.indexOf('Druga strana red 1 '))
    expect(reading.text).toContain('Druga strana red 12')
  })

  it('keeps the rows and cells of its tables, also where it lies askew', async () => {
    const table = readFileSync(join(root, 'fixtures/pl-ruda-slaska-strategy-2015/source.pdf'))
    const rowsOf = ({ reading }: Awaited<ReturnType<typeof whole>>) =>
      reading.text.split('\n').filter((line) => line.includes('\t'))
    const [page] = await picturesOf(table, [2])
    const scanned = rowsOf(await whole(pictureFile([askew(page as Picture, 1.5)])))
    const wanted = rowsOf(await read(table))
    expect(wanted.length).toBeGreaterThan(3)
    expect(scanned.map((row) => row.split('\t').length)).toEqual(wanted.map((row) => row.split('\t').length))
    expect(errorOf(scanned.join('\n'), wanted.join('\n'))).toBeLessThan(0.02)
  })
})

describe('a PDF with scanned pages among others', { timeout: 180_000 }, () => {
  it('keeps its text, and has the others recognised in its language', async () => {
    const words = 'BT /F1 11 Tf 60 760 Td (Strategija razvoja socijalne zastite opstine za period od pet godina) Tj ET'
    const { reading, problems } = await whole(pictureFile([words, await part('rs-backa-palanka-strategy-2019')]))
    expect(reading.pages.map(({ source, confidence }) => [source, confidence === null])).toEqual([
      ['text', true],
      ['ocr', false],
    ])
    expect(reading.text).toMatch(/^Strategija razvoja socijalne zastite/u)
    expect(reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    expect(problems).toEqual([])
  })

  it('reads the picture where the text layer is garbage, and where it holds no more than a stamp', async () => {
    const picture = await part('rs-backa-palanka-strategy-2019')
    const hidden = (words: string, lines = 1) => `BT 3 Tr /F1 4 Tf 4 TL 10 60 Td ${`(${words}) Tj T* `.repeat(lines)}ET`
    const garbage = await whole(pictureFile([picture], hidden('# $ % & / = ? a '.repeat(4), 10)))
    expect(garbage.reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    expect(codes(garbage)).toEqual([['TEXT_UNREADABLE_OCR_USED', 1]])
    const stamped = await whole(pictureFile([picture], hidden('Sluzbeni list 12/2019')))
    expect(stamped.reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    expect(stamped.problems).toEqual([])
  })

  it('says which page has nothing to read, and goes on', async () => {
    const blank = { width: 400, height: 600, dpi: 72, grey: new Uint8Array(240_000).fill(255) }
    const file = await whole(pictureFile([blank, 'BT /F1 11 Tf 60 760 Td (Strategija razvoja) Tj ET']))
    expect(file.reading.text.trim()).toBe('Strategija razvoja')
    expect(codes(file)).toEqual([['NO_TEXT', 1]])
    await expect(whole(pictureFile([blank]))).rejects.toMatchObject({ name: 'StratlasError', code: 'NO_TEXT' })
  })

  it('says which page is hard to read, and reads it as well as it can', async () => {
    const { grey, ...rest } = await part('rs-backa-palanka-strategy-2019', 0, [0.12, 0.25])
    const dirty = grey.map((value, at) => ((at * 2_654_435_761) % 1009 < 16 ? 0 : value))
    const { reading, problems } = await whole(pictureFile([{ ...rest, grey: dirty }]))
    expect(reading.text).toContain('RAZVOJA')
    expect(reading.pages).toMatchObject([{ source: 'ocr', grade: 'poor' }])
    expect(problems.map(({ code, page }) => [code, page])).toEqual([['OCR_LOW_CONFIDENCE', 1]])
  })

  it('is read where its picture is a JPEG 2000', async () => {
    const { reading, problems } = await whole(jpeg2000Page(readFileSync(join(import.meta.dirname, 'words.jp2'))))
    expect(reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    expect(reading.pages).toMatchObject([{ source: 'ocr', grade: 'good' }])
    expect(problems).toEqual([])
  })

  it('says which page is too large to be painted', async () => {
    const map = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000 9000]`
    const bytes = Buffer.from(pictureFile([await part('rs-backa-palanka-strategy-2019')])).toString('latin1')
    const large = bytes.replace(/<<\/Type\/Page\/Parent 2 0 R\/MediaBox\[[^\]]*\]/u, map)
    await expect(whole(Buffer.from(large, 'latin1'))).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' })
  })
})

describe('a picture', { timeout: 180_000 }, () => {
  it('is read as a document of one page, and a TIFF with all of its pages', async () => {
    const picture = await part('rs-backa-palanka-strategy-2019')
    const png = await whole(pngOf(picture))
    expect(png).toMatchObject({ reader: 'scan', mediaType: 'image/png', problems: [] })
    expect(png.reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    const other = await part('rs-backa-palanka-strategy-2019', 0, [0.4, 0.6])
    const tiff = await whole(tiffOf([picture, other]))
    expect(tiff.mediaType).toBe('image/tiff')
    expect(tiff.reading.pages.map(({ number, source }) => [number, source])).toEqual([
      [1, 'ocr'],
      [2, 'ocr'],
    ])
    expect(tiff.reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
  })

  it('is read once from a TIFF whose pages lead back to the first', async () => {
    const tiff = tiffOf([await part('rs-backa-palanka-strategy-2019', 0, [0, 0.3])])
    tiff.writeUInt32LE(tiff.readUInt32LE(4), tiff.length - 4)
    const { reading, problems } = await whole(tiff)
    expect(reading.pages).toHaveLength(1)
    expect(reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
    expect(problems).toEqual([])
  })

  it('is read from a JPEG', async () => {
    const jpeg = await whole(readFileSync(join(import.meta.dirname, 'words.jpg')))
    expect(jpeg.mediaType).toBe('image/jpeg')
    expect(jpeg.reading.text).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
  })

  it('is read in black and white, in strips, packed or turned, as TIFF and PNG may be', async () => {
    const { width, height, grey } = await part('rs-backa-palanka-strategy-2019')
    const inWhite = linesOfBits({ width, height, grey })
    const tags = { 256: width, 257: height, 258: 1, 262: 1, 277: 1 }
    const strips = (rows: number, lines: Buffer, length: number) =>
      Array.from({ length: Math.ceil(height / rows) }, (_, i) =>
        lines.subarray(i * rows * length, (i + 1) * rows * length),
      )
    const bytes = Math.ceil(width / 8)
    const files = {
      plain: tiffWith({ ...tags, 259: 1, 278: 64 }, strips(64, inWhite, bytes)),
      'black is none': tiffWith({ ...tags, 262: 0, 259: 1, 278: height }, [Buffer.from(inWhite.map((byte) => ~byte))]),
      'bits the other way round': tiffWith({ ...tags, 259: 1, 266: 2, 278: height }, [
        Buffer.from(inWhite.map(mirrored)),
      ]),
      'packed grey': tiffWith(
        { ...tags, 258: 8, 259: 8, 278: 100 },
        strips(100, Buffer.from(grey), width).map((one) => deflateSync(one)),
      ),
      'on its head': tiffWith({ ...tags, 259: 1, 274: 3, 278: height }, [Buffer.from(inWhite.map(mirrored)).reverse()]),
      png: pngWith([width, height, 1, 0], withFilters(inWhite, bytes)),
    }
    for (const [name, file] of Object.entries(files)) {
      const { reading, problems } = await whole(file)
      expect(reading.text, name).toContain('STRATEGIJA RAZVOJA SOCIJALNE')
      expect(problems, name).toEqual([])
    }
  })

  it('that is damaged says so', async () => {
    const png = pngOf({ width: 300, height: 300, grey: new Uint8Array(90_000) })
    png.fill(7, 60)
    await expect(whole(png)).rejects.toMatchObject({ name: 'StratlasError', code: 'IMAGE_DAMAGED' })
  })
})

/** A PDF of one page that a JPEG 2000 of 1166 × 264 pixels covers. */
const jpeg2000Page = (picture: Buffer): Uint8Array =>
  pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 95]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>',
    '<</Length 31>>\nstream\nq 420 0 0 95 0 0 cm /Im Do Q   \nendstream',
    Buffer.concat([
      Buffer.from('<</Type/XObject/Subtype/Image/Width 1166/Height 264/Filter/JPXDecode'),
      Buffer.from(`/Length ${picture.length}>>\nstream\n`),
      picture,
      Buffer.from('\nendstream'),
    ]),
  ])

/** Lines of a picture with eight pixels to a byte; bits that are set are white. The width ends with a byte. */
function linesOfBits({ width, height, grey }: Pick<Picture, 'width' | 'height' | 'grey'>): Buffer {
  const bytes = Math.ceil(width / 8)
  const lines = Buffer.alloc(bytes * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < bytes * 8; x++)
      if (x >= width || (grey[y * width + x] ?? 255) > 127)
        lines[y * bytes + (x >> 3)] = (lines[y * bytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  return lines
}

/** A byte with its bits in the other order. */
const mirrored = (byte: number): number => Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2)

/** Lines of a PNG, each with the mark that it is not filtered. */
const withFilters = (lines: Buffer, length: number): Buffer =>
  Buffer.concat(
    Array.from({ length: lines.length / length }, (_, i) => [
      Buffer.alloc(1),
      lines.subarray(i * length, (i + 1) * length),
    ]).flat(),
  )

type File = Awaited<ReturnType<typeof whole>>

/** The text without running lines. A scan has hyphens for dashes: fonts rarely tell them apart. */
function bodyOf({ reading }: File): string {
  let { text } = reading
  for (const { kind, start, end } of reading.marks.toReversed())
    if (kind === 'header' || kind === 'footer') text = text.slice(0, start) + text.slice(end)
  return text.replace(/–/gu, '-')
}

const headingsOf = ({ reading }: File): string[] =>
  reading.marks
    .filter(({ kind }) => kind === 'title' || kind === 'heading')
    .map(({ kind, level, start, end }) => `${kind} ${level} ${reading.text.slice(start, end).replace(/–/gu, '-')}`)
