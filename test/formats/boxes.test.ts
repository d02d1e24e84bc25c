import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpacked, type WordBox } from '../../lib/formats/boxes.ts'
import { type FileReading, read } from '../../lib/formats/index.ts'
import type { Picture } from '../../lib/ocr/picture.ts'
import { inProcess, readWhole } from '../../lib/pipeline/index.ts'
import { type Glyph, glyphsOf } from '../support/glyphs.ts'
import { askew, pictureFile, picturesOf, pngOf } from '../support/scan.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

const root = join(import.meta.dirname, '../..')
const files = ['fixtures', '../shared/files']
  .map((folder) => join(root, folder))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  // Letters of these two are put right, or have no names in the file: what pdfium calls them is something else.
  .filter((file) => /(?<!scan-g4|yuscii|notu-srl-5)\.pdf$/u.test(file))

/** How far beside its box a letter may stand, in tenths of a point. */
const NEAR = 20
const lettersIn = (words: string) => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** Does the box of a word hold the letters of the word, in the order in which they are painted? */
function holds([start, length, x, y, width, height]: WordBox, text: string, glyphs: readonly Glyph[]): boolean {
  const isIn = (value: number, from: number, size: number) =>
    value * 10 > from - NEAR && value * 10 < from + size + NEAR
  const inside = glyphs.filter((glyph) => isIn(glyph.x, x, width) && isIn(glyph.y, y, height))
  return lettersIn(inside.map(({ letter }) => letter).join('')).includes(lettersIn(text.slice(start, start + length)))
}

/** How many words a text has, how many of them have boxes from end to end, and how many of the boxes hold their words. */
function measure({ reading: { text }, boxes = [] }: FileReading, pages: readonly (readonly Glyph[])[]) {
  const own = boxes.map((page) => ({ glyphs: pages[page.number - 1] ?? [], words: unpacked(page) }))
  const ends = new Map(own.flatMap(({ words }) => words).map(([start, length]) => [start, start + length]))
  const isBoxed = (start: number, end: number): boolean =>
    start === end || (ends.has(start) && isBoxed(ends.get(start) ?? end, end))
  const all = [...text.matchAll(/\S+/gu)]
  const boxed = all.filter(({ 0: word, index }) => isBoxed(index, index + word.length)).length
  const right = own.flatMap(({ words, glyphs }) => words.filter((word) => holds(word, text, glyphs))).length
  return { words: all.length, boxed: boxed / all.length, right: right / ends.size }
}

describe('the boxes of words', () => {
  it.each(files)('%s: every word has one, and it holds the word as it is painted', async (file) => {
    const bytes = readFileSync(file)
    const { boxed, right } = measure(await read(bytes), await glyphsOf(bytes))
    expect({ boxed, right }).toEqual({ boxed: 1, right: 1 })
  })

  it.each([
    [0, '[0 0 595 842]'],
    [0, '[-50 100 545 942]'],
    [90, '[20 30 615 872]'],
    [180, '[0 0 595 842]'],
    [270, '[0 100 595 842]'],
  ])('stand where a viewer shows the words: turned by %s, paper %s', async (turn, paper) => {
    const line = (words: string, y: number) => `BT /F1 11 Tf 60 ${y} Td (${words}) Tj ET`
    const content = `${line('Pomoc u kuci za stara lica', 760)} ${line('finansira opstina Pozega', 740)}`
    const bytes = pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Type/Page/Parent 2 0 R/Rotate ${turn}/MediaBox${paper}/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ])
    const file = await read(bytes)
    expect(measure(file, await glyphsOf(bytes))).toEqual({ words: 9, boxed: 1, right: 1 })
    const [page] = file.boxes ?? []
    expect([page?.width, page?.height].map(Number).toSorted((a, b) => a - b)[0]).toBe(5950)
  })

  it('of a sentence that goes on over a page break stand on both pages', async () => {
    const rest = 'u svim selima. Finansira je UNICEF.\nDruga mera.\nTreca mera.'
    const bytes = pdfOf(['Prva mera.\nUsluga pomoc u kuci pruza se', rest])
    const file = await read(bytes)
    const moved = file.reading.text.indexOf('selima')
    expect(file.reading.pages[0]?.end).toBeGreaterThan(moved)
    const [first, second] = (file.boxes ?? []).map((page) => unpacked(page).map(([start]) => start))
    expect(first).not.toContain(moved)
    expect(second).toContain(moved)
    expect(measure(file, await glyphsOf(bytes))).toMatchObject({ boxed: 1, right: 1 })
  })
})

describe('the boxes of recognised words', { timeout: 180_000 }, () => {
  const slug = 'fixtures/rs-backa-palanka-strategy-2019/source.pdf'
  const pdf = readFileSync(join(root, slug))
  const SLOPE = Math.tan((1.5 * Math.PI) / 180)
  type Place = (x: number, y: number, picture: Picture) => readonly [x: number, y: number]
  /** Where a point of the page stands in a scan, in pixels. */
  const places: readonly [name: string, quarters: number, degrees: number, place: Place][] = [
    ['on its head', 2, 0, (x, y, { width, height }) => [width - x, height - y]],
    [
      'askew',
      0,
      1.5,
      (x, y, { width, height }) => {
        const [u, v] = [x - width / 2, y - height / 2]
        return [(u - SLOPE * v) / (1 + SLOPE ** 2) + width / 2, (v + SLOPE * u) / (1 + SLOPE ** 2) + height / 2]
      },
    ],
  ]

  it.each(places)('stand on the page as it was scanned, %s', async (_, quarters, degrees, place) => {
    const [upright] = await picturesOf(pdf, [1], quarters)
    const picture = askew(upright as Picture, degrees)
    const scale = picture.dpi / 72
    const [glyphs = []] = await glyphsOf(pdf)
    const shown = glyphs.map(({ letter, x, y }) => {
      const [column, row] = place(x * scale, y * scale, picture)
      return { letter, x: column / scale, y: row / scale }
    })
    const { boxed, right } = measure(await readWhole(inProcess, pictureFile([picture])), [shown])
    expect(boxed).toBeGreaterThanOrEqual(0.995)
    expect(right).toBeGreaterThan(0.95)
  })

  it('of a picture are in its own measure', async () => {
    const [picture] = await picturesOf(pdf, [1])
    const { width = 0, height = 0 } = picture ?? {}
    const { boxes = [], reading } = await readWhole(inProcess, pngOf(picture as Picture))
    expect((boxes[0]?.width ?? 0) / (boxes[0]?.height ?? 1)).toBeCloseTo(width / height, 2)
    const [glyphs = []] = await glyphsOf(pdf)
    const scale = ((boxes[0]?.width ?? 0) * (picture?.dpi ?? 0)) / (width * 720)
    const shown = glyphs.map((glyph) => ({ ...glyph, x: glyph.x * scale, y: glyph.y * scale }))
    expect(measure({ reading, boxes } as FileReading, [shown]).right).toBeGreaterThan(0.95)
  })
})
