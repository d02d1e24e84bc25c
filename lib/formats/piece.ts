import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { mend } from './mend.ts'
import type { Piece } from './run.ts'
import { ENDLESS } from './wire.ts'

export type { Piece } from './run.ts'

type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']

/** The pieces of text of a page in the order of its content stream, which is that of reading. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { transform } = page.getViewport({ scale: 1 })
  const painted = (await itemsOf(page)).flatMap((item): Piece[] => {
    if (!('str' in item)) return []
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Util.transform(transform, item.transform) as number[]
    const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
    const [lift, step] = [item.height * 0.3, Math.min(1, item.width / 2)]
    const inside = { x: x + (a / along) * step + (c / up) * lift, y: y + (b / along) * step + (d / up) * lift }
    return [{ words: unligated(item.str), x, y, width: item.width, height: item.height, inside, isLast: item.hasEOL }]
  })
  return mend(painted)
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
