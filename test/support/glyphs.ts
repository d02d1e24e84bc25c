import { readFile } from 'node:fs/promises'
import { init } from '@embedpdf/pdfium'
import { pathIn } from '../../lib/ocr/packages.ts'

/** A letter and the middle of where pdfium paints it. Points of the page as it is shown, y downwards. */
export interface Glyph {
  readonly letter: string
  readonly x: number
  readonly y: number
}

/** Pages are measured in so many parts of a point. */
const FINE = 100

/** The letters of each page of a PDF as pdfium paints them: it has no part in how the text is read. */
export async function glyphsOf(bytes: Uint8Array): Promise<Glyph[][]> {
  const file = await readFile(pathIn('@embedpdf/pdfium/pdfium.wasm') ?? '')
  const pdfium = await init({ wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) })
  pdfium.PDFiumExt_Init()
  const { malloc } = pdfium.pdfium.wasmExports
  const memory = () => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8
  const [at, out] = [malloc(bytes.length), malloc(48)]
  memory().set(bytes, at)
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '')
  return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, number) => {
    const page = pdfium.FPDF_LoadPage(document, number)
    const text = pdfium.FPDFText_LoadPage(page)
    const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
    const shown = (x: number, y: number) => {
      pdfium.FPDF_PageToDevice(page, 0, 0, width * FINE, height * FINE, 0, x, y, out + 32, out + 36)
      const [column = 0, row = 0] = new Int32Array(memory().buffer, out + 32, 2)
      return { x: column / FINE, y: row / FINE }
    }
    return Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_, i): Glyph => {
      pdfium.FPDFText_GetCharBox(text, i, out, out + 8, out + 16, out + 24)
      const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(memory().buffer, out, 4)
      const letter = String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, i) || 32)
      return { letter, ...shown((left + right) / 2, (bottom + top) / 2) }
    })
  })
}
