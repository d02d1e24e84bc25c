import { type ZipEntry, zipOf } from './zip.ts'

/** One document, to be written in any format. */
export type Part =
  | { readonly is: 'title' | 'heading' | 'paragraph' | 'item'; readonly words: string }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] }

const escaped = (words: string): string => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STYLES = { title: 'Title', heading: 'Heading1', paragraph: '', item: '' }

/** A paragraph of WordprocessingML. */
export function wordParagraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`
}

function wordPart(part: Part): string {
  if (part.is === 'table') {
    const cell = (words: string) => `<w:tc>${wordParagraph(words)}</w:tc>`
    return `<w:tbl>${part.rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  }
  const style = STYLES[part.is] && `<w:pStyle w:val="${STYLES[part.is]}"/>`
  const list = part.is === 'item' ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''
  return wordParagraph(part.words, style + list)
}

/** The files of a DOCX with this body, to which others may be added. */
export function docxEntries(body: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): ZipEntry[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const style = (id: string, name: string, inner = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
  const level = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`
  const styles = [
    style('Title', 'Title'),
    style('Heading1', 'heading 1'),
    style('Cilj', 'Cilj', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style('Podcilj', 'Podcilj', '<w:basedOn w:val="Cilj"/>'),
  ].join('')
  const numbering = `${level(0, 'bullet')}${level(1, 'none')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/styles.xml', content: `<w:styles xmlns:w="${WORD}">${styles}</w:styles>` },
    { name: 'word/numbering.xml', content: `<w:numbering xmlns:w="${WORD}">${numbering}</w:numbering>` },
    {
      name: 'word/document.xml',
      content: `${head}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
      isDeflated: true,
    },
  ]
}

export const docxOf = (parts: readonly Part[]): Buffer => zipOf(docxEntries(parts.map(wordPart).join('')))

const NAMES = ['office', 'text', 'table', 'style', 'draw', 'svg']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

function odtPart(part: Part): string {
  if (part.is === 'table') {
    const cell = (words: string) => `<table:table-cell><text:p>${escaped(words)}</text:p></table:table-cell>`
    const rows = part.rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
    return `<table:table><table:table-column/>${rows.join('')}</table:table>`
  }
  const words = escaped(part.words)
  if (part.is === 'title') return `<text:p text:style-name="P1">${words}</text:p>`
  if (part.is === 'heading') return `<text:h text:outline-level="1">${words}</text:h>`
  if (part.is === 'item') return `<text:list><text:list-item><text:p>${words}</text:p></text:list-item></text:list>`
  return `<text:p>${words}</text:p>`
}

/** The files of an ODT with this body. */
export function odtEntries(body: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): ZipEntry[] {
  const style = '<style:style style:name="P1" style:parent-style-name="Title"/>'
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `${head}<office:document-content ${NAMES}><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      isDeflated: true,
    },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
  ]
}

export const odtOf = (parts: readonly Part[]): Buffer => zipOf(odtEntries(parts.map(odtPart).join('')))

const rtfWords = (words: string): string =>
  words.replace(/[\\{}]/gu, '\\$&').replace(/[^\0-\x7f]/gu, (letter) => `\\u${letter.charCodeAt(0)}?`)

function rtfPart(part: Part): string {
  if (part.is === 'table')
    return part.rows
      .map((row) => `\\trowd\\cellx1\\pard\\intbl ${row.map((cell) => `${rtfWords(cell)}\\cell`).join(' ')}\\row\n`)
      .join('')
  const words = rtfWords(part.words)
  if (part.is === 'title') return `\\pard\\s1 ${words}\\par\n`
  if (part.is === 'heading') return `\\pard\\outlinelevel0 ${words}\\par\n`
  if (part.is === 'item') return `\\pard\\ls1{\\listtext\\pard\\plain \\'b7\\tab}${words}\\par\n`
  return `\\pard ${words}\\par\n`
}

/** An RTF with this body. */
export const rtfWith = (body: string): Buffer =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1250\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Symbol;}}{\\stylesheet{\\s0 Normal;}{\\s1 Title;}}{\\header zaglavlje}{\\*\\generator x;}${body}}`,
    'latin1',
  )

export const rtfOf = (parts: readonly Part[]): Buffer => rtfWith(parts.map(rtfPart).join(''))

export const htmlOf = (parts: readonly Part[]): Buffer => {
  const tags = { title: 'h1', heading: 'h2', paragraph: 'p', item: 'li' }
  const body = parts.map((part) => {
    if (part.is !== 'table') return `<${tags[part.is]}>${escaped(part.words)}</${tags[part.is]}>`
    const cell = (words: string) => `<td>${escaped(words)}</td>`
    return `<table>${part.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
  })
  return Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`)
}

export const plainOf = (parts: readonly Part[]): Buffer =>
  Buffer.from(
    parts
      .map((part) => {
        if (part.is === 'table') return part.rows.map((row) => row.join('\t')).join('\n')
        return part.is === 'item' ? `• ${part.words}` : part.words
      })
      .join('\n\n'),
  )
