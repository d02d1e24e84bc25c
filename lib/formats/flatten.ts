import { PIECE } from './article.ts'
import { LONGEST_CELL } from './flow.ts'
import type { PageLine } from './write.ts'

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/u
const CONTROL = /^(?:A|BUTTON|LABEL|INPUT)$/u

/** Where the walk stands. */
interface Place {
  readonly owner: object
  readonly kind?: PageLine['kind']
  readonly level?: number
  /** Elements between the lines of which no blank line goes. */
  readonly close: boolean
  /** Inside a table that tells values row by row. */
  readonly told: boolean
  /** Inside a table row everything stays on the row's line. */
  readonly row: boolean
  /** Of each column of the table, over how many further rows a cell from above reaches. */
  readonly taken?: number[]
}

/** More columns than a table that is read can have: a cell may claim any number. */
const MOST_COLUMNS = 40

/** Lines of a page in reading order: blocks on lines of their own, items with `• `, cells of a row with tabs between. */
export function linesOfPage(document: Document, kept: ReadonlySet<number>): PageLine[] {
  const walk = new Walk(kept)
  walk.into(document.body, { owner: document.body, close: false, row: false, told: false })
  return walk.finish()
}

class Walk {
  readonly #kept: ReadonlySet<number>
  readonly #lines: PageLine[] = []
  #words = ''
  #keeps = false
  #apart = false

  constructor(kept: ReadonlySet<number>) {
    this.#kept = kept
  }

  finish(): PageLine[] {
    this.#break({ owner: this, close: false, row: false, told: false })
    return this.#lines
  }

  into(element: Element, place: Place): void {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) this.#write(node.textContent ?? '', false)
      else if (node.nodeType === 1) this.#element(node as Element, place)
    }
  }

  #element(element: Element, place: Place): void {
    const piece = element.getAttribute(PIECE)
    if (piece !== null) this.#write(element.textContent ?? '', this.#kept.has(Number(piece)))
    else if (element.tagName === 'BR') place.row ? this.#write(' ', false) : this.#break(place)
    else if (!BLOCK.test(element.tagName)) this.#inline(element, place)
    else if (place.row) this.#inCell(element, place)
    else this.#block(element, place)
  }

  /** Links and buttons side by side are words of their own, also where only their style parts them. */
  #inline(element: Element, place: Place): void {
    const neighbour = element.previousSibling as Element | null
    if (CONTROL.test(element.tagName) && CONTROL.test(neighbour?.tagName ?? '')) this.#write(' ', false)
    this.into(element, place)
  }

  #block(element: Element, outer: Place): void {
    const place = placeOf(element, outer)
    this.#break(outer)
    if (!place.close) this.#apart = true
    if (place.kind === 'item' && element.tagName === 'LI') this.#words = '• '
    if (place.row) this.#row(element, place)
    else this.into(element, place)
    this.#break(place)
    if (!place.close) this.#apart = true
  }

  /** Cells with tabs between. One over several rows or columns stands in the first and leaves its place in the others empty. */
  #row(element: Element, place: Place): void {
    const taken = place.taken ?? []
    let column = 0
    const pass = () => {
      for (; (taken[column] ?? 0) > 0; column++) {
        taken[column] = (taken[column] ?? 0) - 1
        this.#endCell()
      }
    }
    for (const cell of element.children) {
      pass()
      this.into(cell, place)
      const [columns, rows] = ['colspan', 'rowspan'].map((name) => Number(cell.getAttribute(name)) || 1)
      for (let i = 0; i < Math.min(columns ?? 1, MOST_COLUMNS); i++, column++) {
        taken[column] = (rows ?? 1) - 1
        this.#endCell()
      }
    }
    pass()
  }

  #endCell(): void {
    this.#words = `${this.#words.replace(/ +$/u, '')}\t`
  }

  /** A block inside a cell is a word apart. */
  #inCell(element: Element, place: Place): void {
    if (/\S$/u.test(this.#words)) this.#words += ' '
    this.into(element, place)
    if (/\S$/u.test(this.#words)) this.#words += ' '
  }

  #write(text: string, keeps: boolean): void {
    const words = text.replace(/[ \t\n]+/gu, ' ')
    this.#words += this.#words === '' || /\s$/u.test(this.#words) ? words.trimStart() : words
    this.#keeps ||= keeps
  }

  #break({ owner, kind, level }: Place): void {
    const words = kind === 'row' ? this.#words.trimEnd() : this.#words.trim()
    this.#words = ''
    if (!words.trim() || words === '•') return
    this.#lines.push({
      words,
      owner,
      apart: this.#apart,
      aside: !this.#keeps,
      ...(kind && { kind }),
      ...(level !== undefined && { level }),
    })
    this.#keeps = false
    this.#apart = false
  }
}

function placeOf(element: Element, outer: Place): Place {
  const tag = element.tagName
  const plain = { owner: element, close: false, row: false, told: false }
  if (tag === 'TABLE') return { ...plain, told: !isLayout(element), taken: [] }
  if (tag === 'H1') return { ...plain, kind: 'title', level: 0 }
  if (/^H[2-6]$/u.test(tag)) return { ...plain, kind: 'heading', level: Number(tag[1]) }
  if (tag === 'LI')
    return { ...plain, kind: 'item', level: (outer.kind === 'item' ? (outer.level ?? 0) : 0) + 1, close: true }
  if (tag === 'UL' || tag === 'OL') return { ...outer, close: outer.kind === 'item' }
  if (tag === 'TR' && outer.told)
    return { ...plain, kind: 'row', close: true, row: true, ...(outer.taken && { taken: outer.taken }) }
  if (/^T(?:BODY|HEAD|FOOT|R)$|^D[DT]$/u.test(tag)) return { ...outer, close: true }
  // a paragraph inside an item is still that item
  return outer.kind ? { ...outer, close: true } : plain
}

/** Is this table a frame for page parts? It has one column, or a cell that holds headings, tables or a whole text. */
function isLayout(table: Element): boolean {
  if (table.querySelector('table,h1,h2,h3')) return true
  const rows = [...table.querySelectorAll('tr')]
  if (rows.every((row) => row.querySelectorAll('td,th').length < 2)) return true
  return [...table.querySelectorAll('td')].some((cell) => (cell.textContent ?? '').length > LONGEST_CELL)
}
