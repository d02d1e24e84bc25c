import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { lettersOf } from '../../lib/formats/letters.ts'
import { paintingOf } from '../../lib/formats/painting.ts'
import { pagesOf } from './pages-of.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

const root = join(import.meta.dirname, '../..')
const files = ['fixtures', '../shared/files']
  .map((folder) => join(root, folder))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.pdf'))

/** The words of each page as they are put together here, and as pdf.js puts them together. */
const wordsOf = (bytes: Uint8Array) =>
  pagesOf(bytes, {}, async (page) => {
    const own = lettersOf(await paintingOf(page)).map(({ words, isLast }) => words + (isLast ? '\n' : ''))
    const { items } = await page.getTextContent()
    const theirs = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    return [own, theirs].map((texts) => texts.join('').split(/\s+/u).filter(Boolean))
  })

const textOf = async (content: string) => (await read(pdfOf([Buffer.from(content)]))).reading.text

describe('letters that are painted', () => {
  it.each(files)('are put together to the words that pdf.js knows: %s', async (file) => {
    for (const [own, theirs] of await wordsOf(readFileSync(file))) expect(own).toEqual(theirs)
  })

  it.each([
    [
      'steps between letters are blanks where they are wide',
      '[(Po) 30 (moc) -250 (u) -300 (ku) 20 (ci)] TJ',
      'Pomoc u kuci',
    ],
    ['a blank counts where it is set tight', '-2 Tw (Pomoc u kuci) Tj', 'Pomoc u kuci'],
    ['letters set apart are one word', '3 Tc (POMOC) Tj', 'POMOC'],
    ['narrow letters', '60 Tz (Pomoc) Tj 23 0 Td (u kuci) Tj', 'Pomoc u kuci'],
    ['a raised mark is parted from its word', '(kuci) Tj /F1 6 Tf 5 Ts (1) Tj', 'kuci 1'],
    [
      'lines by each operator',
      '14 TL (Prva) Tj T* (druga) Tj 0 -14 TD (treca) Tj (cetvrta) \' 0 0 (peta) "',
      'Prva\ndruga\ntreca\ncetvrta\npeta',
    ],
    ['text that is painted from below', '0 1 -1 0 100 100 Tm (Pomoc u) Tj ( kuci) Tj', 'Pomoc u kuci'],
    ['what stands beside the page is not there', '(Pomoc) Tj 900 0 Td (nevidljivo) Tj', 'Pomoc'],
    ['what is unseen on the page is', '3 Tr (Pomoc u kuci) Tj', 'Pomoc u kuci'],
    ['the font before', 'q /F1 20 Tf (Pomoc) Tj Q 0 -40 Td (u kuci) Tj', 'Pomoc\nu kuci'],
  ])('%s', async (_, content, text) => {
    expect(await textOf(`BT /F1 11 Tf 60 760 Td ${content} ET`)).toBe(text)
  })

  it('in a form, in the font of a graphics state, and in a font of pictures', async () => {
    const form = 'BT /G1 gs 0 0 Td (Pomoc u kuci) Tj ET'
    const content = 'q 1 0 0 1 60 700 cm /X1 Do Q BT /F2 10 Tf 60 650 Td (ab) Tj 16 0 Td (a) Tj ET'
    const stream = (head: string, body: string) => `<<${head}/Length ${body.length}>>\nstream\n${body}\nendstream`
    const fonts = '/Font<</F1 3 0 R/F2 8 0 R>>/ExtGState<</G1 <</Font [3 0 R 11]>> >>/XObject<</X1 6 0 R>>'
    const bytes = pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<<${fonts}>>>>`,
      stream('', content),
      stream(`/Type/XObject/Subtype/Form/BBox[0 0 400 100]/Resources<<${fonts}>>`, form),
      stream('', '0.6 0 0 0 0.5 1 d1 0 0 0.5 1 re f'),
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 98/Widths[0.6 0.6]' +
        '/CharProcs<</a 7 0 R/b 7 0 R>>/Encoding<</Type/Encoding/Differences[97/a/b]>>/Resources<<>>>>',
    ])
    expect((await read(bytes)).reading.text).toBe('Pomoc u kuci\nab a')
  })

  it('of a page without end are read as far as one page is, and it is said', async () => {
    const { reading, problems } = await read(
      pdfOf([Buffer.from('BT /F1 11 Tf 60 760 Td (Pomoc u kuci) Tj ET '.repeat(45_000))]),
    )
    expect(reading.text).toMatch(/^Pomoc u kuci/u)
    expect(problems).toMatchObject([{ code: 'PAGE_TOO_LARGE', page: 1 }])
  })
})
