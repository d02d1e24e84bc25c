import mammoth from 'mammoth'
import { namesIn, type Parts, unpack } from './archive.ts'
import { Flow, type Shape } from './flow.ts'
import { damaged, OFFICE_LIMIT } from './office.ts'
import type { Reader } from './reader.ts'
import { walk } from './xml.ts'

/** Parts that hold text, styles and relations; pictures and what is embedded are never opened. */
const NEEDED = /\.(?:xml|rels)$/iu
/** Parts of the text: they are walked through before mammoth builds its tree of them. */
const VETTED = /^word\/[^/]+\.xml$/u

/** Word documents of 2007 and later (DOCX, DOCM, DOTX), their structure read by mammoth. */
export const docx: Reader = {
  name: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: OFFICE_LIMIT,
  recognises: (bytes) => namesIn(bytes).some((name) => /^word\/(?:document\d*|styles|settings)\.xml$/u.test(name)),
  async read(bytes) {
    const parts = await unpack(bytes, (name) => NEEDED.test(name))
    for (const [name, part] of parts) if (VETTED.test(name)) walk(part, {})
    const flow = new Flow()
    const { children = [], notes } = await treeOf(parts)
    readAll(children, flow, notes)
    return flow.reading()
  },
}

/** What is read of the elements of mammoth's document tree (`mammoth/lib/documents.js`). */
interface Element {
  readonly type: string
  readonly children?: readonly Element[]
  readonly value?: string
  readonly styleName?: string | null
  readonly numbering?: { readonly level: string } | null
}

interface Tree extends Element {
  readonly notes: { resolve(reference: Element): { readonly body: readonly Element[] } | undefined }
}

/** The document tree as mammoth builds it; it is taken away before mammoth would make HTML of it. */
async function treeOf(parts: Parts): Promise<Tree> {
  let tree: Tree | undefined
  const take = (document: Tree) => {
    tree = document
    return { ...document, children: [] }
  }
  try {
    // the parts that were counted are all that mammoth gets, not the archive: it would unpack that without limits
    const input = { file: archiveOf(parts) } as unknown as { buffer: Buffer }
    await mammoth.convertToHtml(input, { transformDocument: take, includeEmbeddedStyleMap: false })
  } catch (error) {
    throw damaged(error)
  }
  if (!tree) throw damaged()
  return tree
}

/** Parts in the shape in which mammoth reads an archive that is open already. */
const archiveOf = (parts: Parts) => ({
  exists: (name: string) => parts.has(name),
  read: async (name: string) => new TextDecoder().decode(parts.get(name)),
})

/** Writes an element and what it holds into a flow. */
function readElement(element: Element, flow: Flow, notes: Tree['notes']): void {
  const { type, children = [] } = element
  if (type === 'text') flow.write(element.value ?? '')
  else if (type === 'tab') flow.write(' ')
  else if (type === 'break') flow.breakLine()
  else if (type === 'noteReference') readAll(notes.resolve(element)?.body ?? [], flow.note(), notes)
  if (type === 'table') flow.openTable()
  readAll(children, flow, notes)
  if (type === 'paragraph') flow.end(shapeOf(element))
  else if (type === 'tableCell') flow.endCell()
  else if (type === 'tableRow') flow.endRow()
  else if (type === 'table') flow.closeTable()
}

function readAll(elements: readonly Element[], flow: Flow, notes: Tree['notes']): void {
  for (const element of elements) readElement(element, flow, notes)
}

/** Word keeps the English names of its own styles in every language: `heading 1`, `Title`. */
function shapeOf({ styleName, numbering }: Element): Shape {
  const level = /^heading (\d)$/iu.exec(styleName ?? '')?.[1]
  if (level) return { kind: 'heading', level: Number(level) }
  if (/^title$/iu.test(styleName ?? '')) return { kind: 'title', level: 0 }
  return numbering ? { kind: 'item', level: Number(numbering.level) + 1 } : {}
}
