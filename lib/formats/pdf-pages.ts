import './pdfjs.ts'
import { InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Problem, StratlasError } from '../contract/index.ts'
import { normalize } from '../text/index.ts'
import { gradeOf } from './grade.ts'
import { pageText } from './page-text.ts'
import { type Painting, paintingOf, release } from './painting.ts'
import { failedPage, hasLetters, type PagePart } from './part.ts'
import { isPainted, isPictured } from './pictured.ts'
import type { Reader } from './reader.ts'
import { noTextOn } from './scan.ts'
import { workerHere } from './wire.ts'

/** Pages that are read at most. */
const MOST_PAGES = 500
/** Characters of one page at most: more is a bomb. */
const LONGEST_PAGE = 200_000
/** So many letters and digits: a page with fewer may be a scan with a stamp, a number or a running line. */
const FILLED = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){50}/u
/** Serbian localised Cyrillic glyphs that Chromium writes as Adobe's private code points U+F6C4–F6C8. */
const LOCALISED = 'гбдпт'

/** Reads a PDF: what `pdf` does, with the tools that only it needs. */
export const readPdf: Reader['read'] = async (bytes) => {
  // pdf.js takes the buffer away from its owner, so it gets its own; pictures and shapes of letters are never looked at
  const worker = workerHere()
  const parser = new PDFParse({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    maxImageSize: 1,
    disableFontFace: false,
    // fonts are put down where a browser has them: their measures are asked for
    ownerDocument: { fonts: new Set() } as unknown as HTMLDocument,
    worker,
  })
  try {
    const { count, title } = await open(parser)
    const { doc } = parser as unknown as { readonly doc: PDFDocumentProxy }
    const pages: PagePart[] = []
    for (let number = 1; number <= count; number++) pages.push(await readPage(doc, number, pages.at(-1)?.text))
    return { title, pages }
  } finally {
    await parser.destroy()
    worker.destroy()
  }
}

/** How many pages there are, and what the file calls itself: often its name or nothing. */
async function open(parser: PDFParse): Promise<{ count: number; title: string }> {
  const { total, info } = await parser.getInfo().catch((error: unknown) => {
    throw asStratlas(error)
  })
  if (total > MOST_PAGES)
    throw new StratlasError(
      'TOO_MANY_PAGES',
      `The document has ${total} pages; up to ${MOST_PAGES} are read. Split it.`,
    )
  return { count: total, title: normalize(String(info?.Title ?? '')) }
}

function asStratlas(error: unknown): StratlasError {
  if (error instanceof PasswordException)
    return new StratlasError('PDF_ENCRYPTED', 'The PDF is protected with a password. Upload an unlocked copy.', {
      cause: error,
    })
  const what = error instanceof InvalidPDFException ? 'is damaged or was cut off' : 'could not be opened'
  return new StratlasError('PDF_DAMAGED', `The PDF ${what}. Download it again or save it anew, then upload it.`, {
    cause: error,
  })
}

async function readPage(document: PDFDocumentProxy, number: number, before?: string): Promise<PagePart> {
  try {
    const page = await document.getPage(number)
    const painting = await paintingOf(page)
    page.cleanup()
    const { text: raw, sizes, strokes = [] } = pageText(painting, before)
    const text = raw
      .slice(0, LONGEST_PAGE)
      .replace(/[\uf6c4-\uf6c8]/gu, (glyph) => LOCALISED[glyph.charCodeAt(0) - 0xf6c4] ?? glyph)
    const { width, height } = page.getViewport({ scale: 10 })
    const paper = { width: Math.round(width), height: Math.round(height) }
    const judged = judge(text, painting)
    release(painting)
    const problems = [...judged.problems, ...(painting.isCutShort || text.length < raw.length ? [tooMuch(number)] : [])]
    return { number, text, sizes, strokes, paper, source: 'text', confidence: null, ...judged, problems }
  } catch {
    return failedPage(number, {
      code: 'PAGE_FAILED',
      message: `Page ${number} could not be read; the others were.`,
    })
  }
}

const tooMuch = (page: number): Problem => ({
  code: 'PAGE_TOO_LARGE',
  page,
  message: `Page ${page} holds more than can be read of one page; what follows its beginning is missing. Split it.`,
})

/** Is the text layer of a page to be believed, or are its words to be recognised in its picture? */
function judge(text: string, painting: Painting): Pick<PagePart, 'grade' | 'problems' | 'isPicture'> {
  const { page } = painting
  if (!hasLetters(text)) {
    const problems = [{ code: 'NO_TEXT', page, message: noTextOn(page) }]
    return { grade: 'poor', problems, isPicture: isPainted(painting) }
  }
  if (gradeOf(text) === 'poor') {
    const message = `The letters of page ${page} are encoded wrongly in the PDF. Check quotes against the original.`
    return { grade: 'poor', problems: [{ code: 'TEXT_UNREADABLE', page, message }], isPicture: true }
  }
  const isSparse = !FILLED.test(text)
  return { grade: 'good', problems: [], isPicture: isSparse && isPictured(painting) }
}
