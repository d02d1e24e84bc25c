import { type Problem, StratlasError } from '../contract/index.ts'
import { normalize, type Reading } from '../text/index.ts'
import { type PageLine, write } from './write.ts'

/** A cell longer than this holds a page part, not a value: its table is laid out with, not told with. */
export const LONGEST_CELL = 1500
/** The same of a cell whose table has tables inside. */
const LONGEST_FRAMED = 300
/** Cells of a row at most; what stands further right goes to the end of its line. */
const MOST_CELLS = 100
const NOTHING: PageLine[] = []
/** More lines than the largest document that is read has: 500 pages of 120 lines. */
const MOST_LINES = 60_000

/** What a paragraph is, where its format says so. */
export interface Shape {
  readonly kind?: 'title' | 'heading' | 'item'
  readonly level?: number
}

interface Table {
  readonly rows: PageLine[][][]
  row: PageLine[][]
  cell: PageLine[]
}

/**
 * The text of an office document as it is read: words, ends of paragraphs, cells and rows. Becomes lines as those of a
 * web page do: items with `• `, a table as rows with tabs between their cells, an empty cell kept as nothing between two
 * tabs. A table that only lays out the page (one column, a table inside, a whole text in a cell) becomes its paragraphs.
 *
 * Throws TOO_MANY_PAGES above 60,000 lines.
 */
export class Flow {
  readonly #lines: PageLine[] = []
  readonly #tables: Table[] = []
  readonly #notes: Flow[] = []
  #parts: string[] = ['']
  #count = 0

  /** How many tables are open, one in the other. */
  get depth(): number {
    return this.#tables.length
  }

  write(words: string): void {
    this.#parts.push((this.#parts.pop() ?? '') + words)
  }

  /** A line ends inside its paragraph. */
  breakLine(): void {
    this.#parts.push('')
  }

  /** A paragraph ends. One without words leaves no line. */
  end({ kind, level }: Shape = {}): void {
    if (this.#parts.length === 1 && !this.#parts[0]) return
    const words = this.#parts.map((part) =>
      normalize(part)
        .replace(/[ \t\n]+/gu, ' ')
        .trim(),
    )
    this.#parts = ['']
    const owner = {}
    const shape = { owner, aside: false, ...(kind && { kind }), ...(level !== undefined && { level }) }
    words.filter(Boolean).forEach((line, i) => {
      const bullet = kind === 'item' && i === 0 && this.depth === 0 && !line.startsWith('•') ? '• ' : ''
      const isApart = i === 0 && !(kind === 'item' && this.#sink.at(-1)?.kind === 'item')
      this.#push({ ...shape, words: bullet + line, apart: isApart })
    })
  }

  openTable(): void {
    this.#tables.push({ rows: [], row: [], cell: [] })
  }

  endCell(): void {
    this.end()
    const table = this.#tables.at(-1)
    if (!table) return
    const isWide = table.row.length >= MOST_CELLS
    if (!isWide) table.row.push(table.cell.length ? table.cell : NOTHING)
    table.cell = isWide ? table.cell : []
  }

  endRow(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    if (table.cell.length) this.endCell()
    if (table.cell.length) table.row.push(table.cell)
    table.cell = []
    table.rows.push(table.row)
    table.row = []
  }

  closeTable(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    if (table.row.length || table.cell.length) this.endRow()
    this.#tables.pop()
    const rows = table.rows
    const lines = isTold(rows) ? rows.map(rowLine).filter(({ words }) => words.trim()) : rows.flat(2)
    lines.forEach((line, i) => {
      this.#push(i === 0 ? { ...line, apart: true } : line)
    })
  }

  /** A flow of its own for a note; its lines stand at the end of the document. */
  note(): Flow {
    const note = new Flow()
    this.#notes.push(note)
    return note
  }

  /** The lines of a text box, put where this flow stands. */
  insert(box: Flow): void {
    for (const line of box.#finish()) this.#push(line)
  }

  /** The reading of all that was written. */
  reading(): Reading & { readonly problems: readonly Problem[] } {
    const lines = this.#finish()
    const title = lines.find(({ kind }) => kind === 'title')?.words
    return { ...write(lines), pages: [], problems: [], ...(title && { title }) }
  }

  #finish(): PageLine[] {
    this.end()
    while (this.depth) this.closeTable()
    return [...this.#lines, ...this.#notes.flatMap((note) => note.#finish())]
  }

  get #sink(): PageLine[] {
    return this.#tables.at(-1)?.cell ?? this.#lines
  }

  #push(line: PageLine): void {
    if (++this.#count > MOST_LINES)
      throw new StratlasError('TOO_MANY_PAGES', `The document has over ${MOST_LINES} paragraphs. Split it.`)
    this.#sink.push(line)
  }
}

/**
 * Does a table tell values? It has a row of two cells with words and no cell as long as a text. With tables inside it does
 * where it has several such rows and its cells are short.
 */
function isTold(rows: readonly PageLine[][][]): boolean {
  const cells = rows.flat()
  const isFrame = cells.some((cell) => cell.some(({ kind }) => kind === 'row'))
  return (
    rows.filter((row) => row.filter((cell) => cell.length).length > 1).length > (isFrame ? 1 : 0) &&
    cells.every((cell) => joined(cell).length <= (isFrame ? LONGEST_FRAMED : LONGEST_CELL))
  )
}

const joined = (cell: readonly PageLine[]): string => cell.map(({ words }) => words.replaceAll('\t', ' ')).join(' ')

const rowLine = (cells: readonly PageLine[][]): PageLine => ({
  words: cells.map(joined).join('\t').trimEnd(),
  apart: false,
  aside: false,
  kind: 'row',
  owner: cells,
})
