import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text as a page paints it, in reading order. Points, y downwards; (x, y) is where its baseline begins. */
export interface Piece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of its letters. */
  readonly height: number
  /** A point well inside its first letter. */
  readonly inside: { readonly x: number; readonly y: number }
  /** Its line ends behind it. */
  readonly isLast: boolean
}

/** The pieces of text of a page in the order of its content stream, which is that of reading. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Util.transform(transform, item.transform) as number[]
    const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
    const [lift, step] = [item.height * 0.3, Math.min(1, item.width / 2)]
    const inside = { x: x + (a / along) * step + (c / up) * lift, y: y + (b / along) * step + (d / up) * lift }
    return [{ words: item.str, x, y, width: item.width, height: item.height, inside, isLast: item.hasEOL }]
  })
}
