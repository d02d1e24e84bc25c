import type { Outlines } from './docx-outline.ts'
import { Flow, type Shape } from './flow.ts'

/** What is read of the elements of mammoth's document tree (`mammoth/lib/documents.js`). */
export interface Element {
  readonly type: string
  readonly children?: readonly Element[]
  readonly value?: string
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly numbering?: { readonly level: string } | null
  readonly rowSpan?: number
  readonly colSpan?: number
}

/** The document tree as mammoth builds it. */
export interface Tree extends Element {
  readonly notes: { resolve(reference: Element): { readonly body: readonly Element[] } | undefined }
}

/** More columns than a table that is read can have: a cell may claim any number. */
const MOST_COLUMNS = 40

/** Turns mammoth's document tree into a flow. */
export class DocxText {
  readonly flow = new Flow()
  readonly #notes: Tree['notes']
  readonly #outlines: Outlines

  constructor({ children = [], notes }: Tree, outlines: Outlines) {
    this.#notes = notes
    this.#outlines = outlines
    this.#readAll(children, this.flow)
  }

  #readAll(elements: readonly Element[], flow: Flow): void {
    for (const element of elements) this.#read(element, flow)
  }

  #read(element: Element, flow: Flow): void {
    const { type, children = [], value = '' } = element
    if (type === 'table') {
      this.#table(children, flow)
      return
    }
    if (type === 'text') flow.write(value)
    else if (type === 'tab') flow.write(' ')
    else if (type === 'break') flow.breakLine()
    else if (type === 'noteReference') this.#readAll(this.#notes.resolve(element)?.body ?? [], flow.note())
    this.#readAll(children, flow)
    if (type === 'paragraph') flow.end(this.#shapeOf(element))
  }

  /** A cell over several rows or columns stands in the first, and leaves its place in the others empty. */
  #table(rows: readonly Element[], flow: Flow): void {
    const taken: number[] = []
    flow.openTable()
    for (const { children: cells = [] } of rows) {
      let column = 0
      const pass = () => {
        for (; (taken[column] ?? 0) > 0; column++) {
          taken[column] = (taken[column] ?? 0) - 1
          flow.endCell()
        }
      }
      for (const cell of cells) {
        pass()
        this.#readAll(cell.children ?? [], flow)
        for (let i = 0; i < Math.min(cell.colSpan ?? 1, MOST_COLUMNS); i++, column++) {
          flow.endCell()
          taken[column] = (cell.rowSpan ?? 1) - 1
        }
      }
      pass()
      flow.endRow()
    }
    flow.closeTable()
  }

  /** Word keeps the English names of its own styles in every language: `heading 1`, `Title`. */
  #shapeOf({ styleId, styleName, numbering }: Element): Shape {
    if (/^title$/iu.test(styleName ?? '')) return { kind: 'title', level: 0 }
    const level = Number(/^heading (\d)$/iu.exec(styleName ?? '')?.[1] ?? this.#outlines.rankOf(styleId ?? '') ?? 0)
    if (level) return { kind: 'heading', level }
    return numbering ? { kind: 'item', level: Number(numbering.level) + 1 } : {}
  }
}
