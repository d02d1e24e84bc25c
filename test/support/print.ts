import { pdfFile } from '../formats/pdf-file.ts'
import type { Part } from './office.ts'

const [LEFT, RIGHT, TOP, BOTTOM] = [60, 535, 780, 60] as const
const SIZES = { title: 18, heading: 14, paragraph: 11, item: 11 } as const
/** Letters beyond ASCII by the codes that the font of the file gives them. */
const GLYPHS = 'čćžšđČĆŽŠĐ–•ąęłńóśźżĄĘŁŃÓŚŹŻ„”“'
const NAMES =
  '/ccaron/cacute/zcaron/scaron/dcroat/Ccaron/Cacute/Zcaron/Scaron/Dcroat/endash/bullet/aogonek/eogonek/lslash/nacute/oacute/sacute/zacute/zdotaccent/Aogonek/Eogonek/Lslash/Nacute/Oacute/Sacute/Zacute/Zdotaccent/quotedblbase/quotedblright/quotedblleft'
const FIRST = 161

/** How the borders of a table are painted: stroked boxes, as LibreOffice, or filled thin ones, as Word and Chromium. */
export type Borders = 'stroked' | 'filled'

/** A PDF that shows a document as an office program prints it, tables with borders, over as many pages as it needs. */
export function printOf(parts: readonly Part[], borders: Borders = 'stroked'): Uint8Array {
  const press = new Press(borders)
  for (const part of parts) part.is === 'table' ? press.table(part.rows) : press.paragraph(part.is, part.words)
  return press.file()
}

class Press {
  readonly #pages: string[][] = [[]]
  readonly #borders: Borders
  #y: number = TOP

  constructor(borders: Borders) {
    this.#borders = borders
  }

  paragraph(is: keyof typeof SIZES, words: string): void {
    const size = SIZES[is]
    for (const line of wrap(is === 'item' ? `• ${words}` : words, ((RIGHT - LEFT) / size) * (size > 11 ? 1.4 : 1.9))) {
      this.#need(size * 1.2)
      this.#y -= size * 1.2
      this.#write(line, LEFT, this.#y, size)
    }
    this.#y -= size
  }

  table(rows: readonly (readonly string[])[]): void {
    const width = (RIGHT - LEFT) / Math.max(...rows.map((row) => row.length))
    for (const row of rows) {
      const cells = row.map((cell) => wrap(cell, (width / 9) * 1.9))
      const height = Math.max(...cells.map((lines) => lines.length)) * 11 + 6
      this.#need(height)
      cells.forEach((lines, column) => {
        const left = LEFT + column * width
        this.#box(left, this.#y - height, width, height)
        for (const [i, line] of lines.entries()) this.#write(line, left + 3, this.#y - 11 * (i + 1), 9)
      })
      this.#y -= height
    }
    this.#y -= 12
  }

  file(): Uint8Array {
    const kids = this.#pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
    const encoding = `<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[${FIRST}${NAMES}]>>`
    return pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids}]/Count ${this.#pages.length}>>`,
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding${encoding}>>`,
      ...this.#pages.flatMap((page, i) => [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + 2 * i} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        streamOf(page.join('\n')),
      ]),
    ])
  }

  #need(height: number): void {
    if (this.#y - height >= BOTTOM) return
    this.#pages.push([])
    this.#y = TOP
  }

  #write(words: string, x: number, y: number, size: number): void {
    const coded = [...words].map((letter) => {
      const at = GLYPHS.indexOf(letter)
      return at < 0 ? letter.replace(/[()\\]/u, '\\$&') : `\\${(FIRST + at).toString(8)}`
    })
    this.#pages.at(-1)?.push(`BT /F1 ${size} Tf ${x} ${y} Td (${coded.join('')}) Tj ET`)
  }

  #box(x: number, y: number, width: number, height: number): void {
    const sides = [
      [x, y, width, 0.7],
      [x, y + height, width, 0.7],
      [x, y, 0.7, height],
      [x + width, y, 0.7, height],
    ]
    const painted = sides.map((side) => `${side.join(' ')} re f`).join(' ')
    this.#pages.at(-1)?.push(this.#borders === 'filled' ? painted : `${x} ${y} ${width} ${height} re S`)
  }
}

function wrap(words: string, length: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < length) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const streamOf = (content: string): Buffer =>
  Buffer.from(`<</Length ${content.length}>>\nstream\n${content}\nendstream`, 'latin1')
