import { namesIn, unpack } from './archive.ts'
import { Flow, type Shape } from './flow.ts'
import { damaged, encrypted, OFFICE_LIMIT } from './office.ts'
import type { Reader } from './reader.ts'
import { headOf } from './signature.ts'
import { type Listener, walk } from './xml.ts'

const NEEDED = new Set(['content.xml', 'META-INF/manifest.xml'])
/** Elements whose words are not the document's: tracked deletions, remarks, numbers of notes, descriptions of pictures. */
const UNSEEN =
  /^(?:text:tracked-changes|office:annotation|text:note-citation|svg:title|svg:desc|office:forms|text:ruby-text|office:binary-data|text:hidden-text|text:hidden-paragraph)$/u

/** OpenDocument text (ODT): OASIS OpenDocument 1.3 part 3, its `content.xml` read by SAX events. */
export const odt: Reader = {
  name: 'odt',
  mediaType: 'application/vnd.oasis.opendocument.text',
  limit: OFFICE_LIMIT,
  recognises(bytes) {
    const names = namesIn(bytes)
    if (!names.length) return false
    const head = headOf(bytes, 200)
    if (head.includes('opendocument')) return head.includes('opendocument.text')
    return names.includes('content.xml') && names.includes('META-INF/manifest.xml')
  },
  async read(bytes) {
    const parts = await unpack(bytes, (name) => NEEDED.has(name))
    const manifest = parts.get('META-INF/manifest.xml')
    if (manifest && isEncrypted(manifest)) throw encrypted()
    const content = parts.get('content.xml')
    if (!content) throw damaged()
    const text = new OdtText()
    walk(content, text)
    return text.flow.reading()
  },
}

function isEncrypted(manifest: Uint8Array): boolean {
  let found = false
  walk(manifest, {
    open(name) {
      found ||= name.endsWith('encryption-data')
    },
  })
  return found
}

const CELL = /^table:(?:covered-)?table-cell$/u
/** A row of empty cells may be said to go on to the edge of any sheet. */
const MOST_COLUMNS = 100

type Attributes = Readonly<Record<string, string>>

/** Turns the events of `content.xml` into a flow. Notes and text boxes stand inside a paragraph and have flows of their own. */
class OdtText implements Listener {
  readonly #titles = new Set(['Title'])
  readonly #flows: Flow[] = [new Flow()]
  readonly #boxes: Flow[] = []
  readonly #shapes: Shape[] = []
  /** Styles that hide what has them. */
  readonly #hiding = new Set<string>()
  /** Of each open element, whether its words are not seen. */
  readonly #open: boolean[] = []
  /** How many columns each open cell stands for. */
  readonly #columns: number[] = []
  #style = ''
  #isBody = false
  #unseen = 0
  #lists = 0
  /** The item of a list has not had a paragraph yet. */
  #isNew = false

  get flow(): Flow {
    return this.#flows.at(-1) ?? new Flow()
  }

  text(words: string): void {
    if (this.#shapes.length && !this.#unseen) this.flow.write(words.replace(/\s+/gu, ' '))
  }

  open(name: string, attributes: Attributes): void {
    const isUnseen = UNSEEN.test(name) || this.#isHidden(attributes)
    this.#open.push(isUnseen)
    if (isUnseen) this.#unseen++
    if (name === 'style:style') this.#noteStyle(attributes)
    if (name === 'style:text-properties' && attributes['text:display'] === 'none') this.#hiding.add(this.#style)
    if (name === 'office:text') this.#isBody = true
    if (!this.#isBody || this.#unseen) return
    if (name === 'text:p' || name === 'text:h') this.#shapes.push(this.#shapeOf(name, attributes))
    else if (name === 'text:s') this.flow.write(' ')
    else if (name === 'text:tab') this.flow.write(' ')
    else if (name === 'text:line-break') this.flow.breakLine()
    else if (name === 'text:list') this.#lists++
    else if (name === 'text:list-item') this.#isNew = true
    else if (name === 'table:table') this.flow.openTable()
    else if (CELL.test(name)) this.#columns.push(Number(attributes['table:number-columns-repeated']) || 1)
    else if (name === 'text:note-body') this.#flows.push(this.flow.note())
    else if (name === 'draw:text-box') this.#flows.push(new Flow())
  }

  close(name: string): void {
    const wasUnseen = this.#open.pop()
    if (wasUnseen) this.#unseen--
    if (wasUnseen || !this.#isBody || this.#unseen) return
    if (name === 'text:p' || name === 'text:h') this.#endParagraph()
    else if (name === 'text:list') this.#lists--
    else if (CELL.test(name)) this.#endCell()
    else if (name === 'table:table-row') this.flow.endRow()
    else if (name === 'table:table') this.flow.closeTable()
    else if (name === 'text:note-body') this.#flows.pop()
    else if (name === 'draw:text-box') this.#endBox()
    else if (name === 'office:text') this.#isBody = false
  }

  #endParagraph(): void {
    this.flow.end(this.#shapes.pop())
    if (!this.#shapes.length) for (const box of this.#boxes.splice(0)) this.flow.insert(box)
  }

  /** A box that stands in a paragraph waits for its end; one of the page itself does not. */
  #endBox(): void {
    const box = this.#flows.pop()
    if (box && this.#shapes.length) this.#boxes.push(box)
    else if (box) this.flow.insert(box)
  }

  /** A cell is written once for as many columns as it is repeated over. */
  #endCell(): void {
    const columns = Math.min(this.#columns.pop() ?? 1, MOST_COLUMNS)
    for (let i = 0; i < columns; i++) this.flow.endCell()
  }

  #isHidden(attributes: Attributes): boolean {
    return attributes['text:display'] === 'none' || this.#hiding.has(attributes['text:style-name'] ?? '')
  }

  #shapeOf(name: string, attributes: Attributes): Shape {
    if (this.#titles.has(attributes['text:style-name'] ?? '')) return { kind: 'title', level: 0 }
    if (name === 'text:h') return { kind: 'heading', level: Number(attributes['text:outline-level']) || 1 }
    if (!this.#lists || !this.#isNew) return {}
    this.#isNew = false
    return { kind: 'item', level: this.#lists }
  }

  /** Styles of the document's own are named P1, P2 and say which style they come from. */
  #noteStyle(attributes: Attributes): void {
    this.#style = attributes['style:name'] ?? ''
    if (attributes['style:parent-style-name'] === 'Title') this.#titles.add(attributes['style:name'] ?? '')
  }
}
