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
}

/** The document tree as mammoth builds it. */
export interface Tree extends Element {
  readonly notes: { resolve(reference: Element): { readonly body: readonly Element[] } | undefined }
}

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
    if (type === 'text') flow.write(value)
    else if (type === 'tab') flow.write(' ')
    else if (type === 'break') flow.breakLine()
    else if (type === 'noteReference') this.#readAll(this.#notes.resolve(element)?.body ?? [], flow.note())
    else if (type === 'table') flow.openTable()
    this.#readAll(children, flow)
    if (type === 'paragraph') flow.end(this.#shapeOf(element))
    else if (type === 'tableCell') flow.endCell()
    else if (type === 'tableRow') flow.endRow()
    else if (type === 'table') flow.closeTable()
  }

  /** Word keeps the English names of its own styles in every language: `heading 1`, `Title`. */
  #shapeOf({ styleId, styleName, numbering }: Element): Shape {
    if (/^title$/iu.test(styleName ?? '')) return { kind: 'title', level: 0 }
    const level = Number(/^heading (\d)$/iu.exec(styleName ?? '')?.[1] ?? this.#outlines.rankOf(styleId ?? '') ?? 0)
    if (level) return { kind: 'heading', level }
    return numbering ? { kind: 'item', level: Number(numbering.level) + 1 } : {}
  }
}
