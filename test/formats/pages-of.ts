import '../../lib/formats/pdfjs.ts'
import { PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What is asked of each page of a PDF, as pdf.js opens it with these options. */
export async function pagesOf<T>(
  bytes: Uint8Array,
  options: object,
  ask: (page: PDFPageProxy) => Promise<T>,
): Promise<T[]> {
  const ownerDocument = { fonts: new Set() } as unknown as HTMLDocument
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, ownerDocument, ...options })
  try {
    const { total } = await parser.getInfo()
    const { doc } = parser as unknown as { readonly doc: PDFDocumentProxy }
    const pages: T[] = []
    for (let number = 1; number <= total; number++) pages.push(await ask(await doc.getPage(number)))
    return pages
  } finally {
    await parser.destroy()
  }
}
