import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { mend } from './mend.ts'
import type { Piece } from './run.ts'
import { measured, strokesOf } from './stroke.ts'
import { ENDLESS } from './wire.ts'

export type { Piece } from './run.ts'

type TextItem = Extract<TextItems[number], { readonly str: string }>
type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']

/** The pieces of text of a page in the order of its content stream, which is that of reading. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { transform } = page.getViewport({ scale: 1 })
  const read: Measured[] = []
  for (const item of await itemsOf(page)) {
    if (!('str' in item)) continue
    const words = unligated(item.str)
    read.push({ item, words, parts: words.trim() ? measured(words) : [] })
  }
  const breadths = breadthsOf(read)
  const painted = read.map(({ item, words, parts }): Piece => {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Util.transform(transform, item.transform) as number[]
    const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
    const [lift, step] = [item.height * 0.3, Math.min(1, item.width / 2)]
    const right = { x: a / along, y: b / along }
    const upwards = { x: c / up, y: d / up }
    const inside = { x: x + right.x * step + upwards.x * lift, y: y + right.y * step + upwards.y * lift }
    const { width, height, hasEOL: isLast } = item
    const breadth = breadths.get(item.fontName) ?? 1
    const line = { page: page.pageNumber, at: { x, y }, along: right, up: upwards, width, height, breadth }
    const strokes = parts.length ? strokesOf(parts, line) : []
    return { words, x, y, width, height, inside, isLast, strokes }
  })
  return mend(painted)
}

/** So much of the text in a font is set as it is: lines that fill their column have wider blanks. */
const PLAIN = 0.25
/** Fewer letters tell nothing of their font. Sizes of letters. */
const ENOUGH = 2

interface Measured {
  readonly item: TextItem
  readonly words: string
  readonly parts: ReturnType<typeof measured>
}

/** How broad the letters of each font are beside those of others. */
function breadthsOf(items: readonly Measured[]): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>()
  for (const { item, parts } of items) {
    let usual = 0
    for (const { width } of parts) usual += width
    if (usual < ENOUGH || item.height === 0) continue
    const list = found.get(item.fontName)
    if (list) list.push(item.width / item.height / usual)
    else found.set(item.fontName, [item.width / item.height / usual])
  }
  const plain = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length * PLAIN)] ?? 1
  return new Map([...found].map(([font, list]) => [font, plain(list)]))
}

/** What the page holds, of one without end its beginning. */
async function itemsOf(page: PDFPageProxy): Promise<TextItems> {
  const found: TextItems = []
  const reader = (page.streamTextContent() as ReadableStream<{ readonly items: TextItems }>).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      for (const item of next.value.items) found.push(item)
  } catch (error) {
    if (!String(error).includes(ENDLESS)) throw error
  }
  return found
}

/** Ligatures that Word names by the number of their picture in Calibri, at times in plane 16: ti, tt, tti, ft. */
const LIGATURES: Readonly<Record<string, string>> = { '\u019f': 'ti', '\u01a9': 'tt', '\u01ab': 'tti', '\u014c': 'ft' }
const LIGATED = /[\u019f\u01a9\u01ab\u014c\u{10019f}\u{1001a9}\u{1001ab}\u{10014c}]/gu

const unligated = (words: string): string =>
  words.replace(LIGATED, (sign) => LIGATURES[String.fromCharCode((sign.codePointAt(0) ?? 0) & 0xffff)] ?? sign)
