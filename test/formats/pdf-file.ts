import { deflateSync } from 'node:zlib'

type Part = string | Buffer

/** A PDF of these objects, the first its catalogue, with a cross-reference table and what else the trailer holds. */
export function pdfFile(objects: readonly Part[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, i) => {
    offsets.push(length())
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  parts.push(
    Buffer.from(`${end}trailer <</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length()}\n%%EOF`),
  )
  return new Uint8Array(Buffer.concat(parts))
}

const stream = (content: Buffer, filter = ''): Buffer =>
  Buffer.concat([Buffer.from(`<<${filter}/Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')])

/** A PDF with a page of plain words for each entry; an entry that is bytes is the page's content stream as it stands. */
export function pdfOf(pages: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects: Part[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  pages.forEach((page, i) => {
    const content =
      typeof page === 'string'
        ? stream(deflateSync(Buffer.from(linesOf(page), 'latin1')), '/Filter/FlateDecode')
        : stream(page)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + 2 * i} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      content,
    )
  })
  return pdfFile(objects, trailer)
}

const linesOf = (words: string): string =>
  `BT /F1 11 Tf 14 TL 60 760 Td ${words
    .split('\n')
    .map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`)
    .join(' ')} ET`
