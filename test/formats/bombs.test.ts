import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readApart } from '../support/apart.ts'
import { docxEntries, odtEntries, rtfWith, wordParagraph } from '../support/office.ts'
import { zipOf } from '../support/zip.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

/** What a process that reads one file may take, with all that it runs on. */
const MEMORY = 600
const MB = 2 ** 20
const packed = (content: Buffer): Buffer => {
  const bytes = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<</Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}
const pageOf = (content: Buffer): Uint8Array =>
  pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 5 0 R>>>>>>',
    content,
  ])
const operators = (one: string): Buffer => packed(Buffer.alloc(64 * MB, `${one}\n`))
const pages = (count: number, claimed = count): Uint8Array =>
  pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${claimed}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ])
const html = (body: string): Buffer => Buffer.from(`<html><body>${body}`)
const form =
  '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>\nstream\n/X Do /X Do\nendstream'

describe('a bomb is told or read in bounded memory', () => {
  it.each<readonly [string, string | RegExp, () => Uint8Array]>([
    ['256 MB in a stream of a PDF', 'NO_TEXT', () => pageOf(packed(Buffer.alloc(256 * MB, ' ')))],
    [
      '64 MB of text in a PDF',
      /^Socijalna/u,
      () => pageOf(operators('BT /F1 11 Tf 60 760 Td (Socijalna zastita) Tj ET')),
    ],
    ['64 MB of lines in a PDF', 'PAGE_TOO_LARGE', () => pageOf(operators('60 700 m 90 700 l S'))],
    ['20,000 pages', 'TOO_MANY_PAGES', () => pages(20_000)],
    ['one page that says it is two million', 'NO_TEXT', () => pages(1, 2_000_000)],
    ['a form that paints itself', 'NO_TEXT', () => pageOf(Buffer.from(form))],
    ['a million paragraphs of HTML', 'TYPE_UNSUPPORTED', () => html('<p>a'.repeat(1_200_000))],
    ['49,000 tags of links', /^a/u, () => html('<a href="#">a</a> '.repeat(24_500))],
    [
      '300,000 attributes',
      'TYPE_UNSUPPORTED',
      () => html(`<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}=1`).join(' ')}>a`),
    ],
    [
      'a cell over all rows',
      /^a/u,
      () => html(`<table><tr><td colspan=9999 rowspan=9999999>a<td>b${'<tr>'.repeat(49_000)}</table>`),
    ],
    ['five million lines', 'TOO_MANY_PAGES', () => Buffer.alloc(10 * MB - 1, 'a\n')],
    ['a line of ten megabytes', /^reč/u, () => Buffer.alloc(10 * MB - 1, 'reč i ')],
    [
      'a table of joined cells',
      /^a/u,
      () =>
        zipOf(
          docxEntries(
            wordParagraph('a') +
              `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(30_000)}</w:tbl>`,
          ),
        ),
    ],
    [
      'a table of repeated cells',
      /^a/u,
      () =>
        zipOf(
          odtEntries(
            `<text:p>a</text:p><table:table>${`<table:table-row>${'<table:table-cell table:number-columns-repeated="9999"/>'.repeat(10)}</table:table-row>`.repeat(9000)}</table:table>`,
          ),
        ),
    ],
    [
      'archives in archives',
      'TYPE_UNSUPPORTED',
      () =>
        [1, 2, 3, 4, 5].reduce<Buffer>(
          (inner) => zipOf([{ name: 'a.zip', content: inner, isDeflated: true }]),
          Buffer.alloc(50 * MB),
        ),
    ],
  ])('%s', async (_, wanted, make) => {
    const { said, memory } = await readApart(make())
    if (typeof wanted === 'string') expect(said).toBe(wanted)
    else expect(said).toMatch(wanted)
    expect(memory).toBeLessThan(MEMORY)
  })
})

const far = 'http://192.0.2.1/x'
const link = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://192.0.2.1/)>>>>'

describe('nothing that a file names elsewhere is fetched', () => {
  it.each<readonly [string, () => Uint8Array]>([
    [
      'HTML',
      () =>
        html(
          `<script src="${far}.js"></script><link rel=stylesheet href="${far}.css"><img src="${far}.png" srcset="${far} 2x"><iframe src="${far}"></iframe><object data="file:///etc/passwd"></object><style>@import url(${far})</style><base href="${far}"><p>Strategija`,
        ),
    ],
    [
      'HTML with entities',
      () => Buffer.from(`<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>Strategija`),
    ],
    [
      'DOCX',
      () =>
        zipOf([
          ...docxEntries(wordParagraph('Strategija')),
          {
            name: 'word/_rels/document.xml.rels',
            content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${far}" TargetMode="External"/><Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${far}" TargetMode="External"/></Relationships>`,
          },
        ]),
    ],
    ['ODT', () => zipOf(odtEntries(`<text:p>Strategija<draw:image xmlns:xlink="x" xlink:href="${far}"/></text:p>`))],
    ['RTF', () => rtfWith(`{\\*\\template ${far}}Strategija{\\field{\\*\\fldinst INCLUDEPICTURE "${far}"}}`)],
    ['PDF', () => pdfOf(['Strategija'], `/Info ${link}`)],
  ])('%s', async (_, make) => {
    const { said, reached } = await readApart(make())
    expect(said).toContain('Strategija')
    expect(said).not.toMatch(/root:|192\.0/u)
    expect(reached).toBe(0)
  })
})
