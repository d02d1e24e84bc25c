import './pdfjs.ts'
import { InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Problem, StratlasError } from '../contract/index.ts'
import { type Mark, normalize, overlaps, type Page, type Reading } from '../text/index.ts'
import { continueRows } from './continued.ts'
import { gradeOf } from './grade.ts'
import { headingsOf, type SizedPage } from './headings.ts'
import { pageText } from './page-text.ts'
import type { Reader } from './reader.ts'
import { runningLines } from './running.ts'
import { headOf } from './signature.ts'
import { workerHere } from './wire.ts'

/** Pages that are read at most. */
const MOST_PAGES = 500
/** Characters of one page at most: more is a bomb. */
const LONGEST_PAGE = 200_000
/** A title stands among so many characters at the start. */
const TITLE_WITHIN = 3000
const SILENT: ReadonlySet<Mark['kind']> = new Set(['header', 'footer'])
/** Serbian localised Cyrillic glyphs that Chromium writes as Adobe's private code points U+F6C4–F6C8. */
const LOCALISED = 'гбдпт'

/** PDF with a text layer, page by page: a broken page never costs the others. */
export const pdf: Reader = {
  name: 'pdf',
  mediaType: 'application/pdf',
  limit: 50 * 2 ** 20,
  recognises: (bytes) => headOf(bytes, 1024).includes('%PDF-'),
  async read(bytes) {
    // pdf.js takes the buffer away from its owner, so it gets its own; pictures and shapes of letters are never looked at
    const worker = workerHere()
    const parser = new PDFParse({
      data: bytes.slice(),
      verbosity: 0,
      isEvalSupported: false,
      maxImageSize: 1,
      disableFontFace: false,
      worker,
    })
    try {
      const { count, title } = await open(parser)
      const { doc } = parser as unknown as { readonly doc: PDFDocumentProxy }
      const read: PageText[] = []
      for (let number = 1; number <= count; number++) read.push(await readPage(doc, number, read.at(-1)?.text))
      return assemble(read, title)
    } finally {
      await parser.destroy()
      worker.destroy()
    }
  },
}

interface PageText extends SizedPage {
  readonly number: number
  readonly grade: Page['grade']
  readonly problem?: Problem
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

async function readPage(document: PDFDocumentProxy, number: number, before?: string): Promise<PageText> {
  try {
    const page = await document.getPage(number)
    const { text: raw, sizes } = await pageText(page, before)
    page.cleanup()
    const text = raw
      .slice(0, LONGEST_PAGE)
      .replace(/[\uf6c4-\uf6c8]/gu, (glyph) => LOCALISED[glyph.charCodeAt(0) - 0xf6c4] ?? glyph)
    return { number, text, sizes, ...judge(text, number) }
  } catch {
    return {
      number,
      text: '',
      sizes: [],
      grade: 'failed',
      problem: { code: 'PAGE_FAILED', page: number, message: `Page ${number} could not be read; the others were.` },
    }
  }
}

function judge(text: string, page: number): Pick<PageText, 'grade' | 'problem'> {
  if (!/\p{L}/u.test(text))
    return {
      grade: 'poor',
      problem: { code: 'NO_TEXT', page, message: `Page ${page} has no text. If it is a scan, it is not read yet.` },
    }
  if (gradeOf(text) === 'good') return { grade: 'good' }
  const message = `The letters of page ${page} are encoded wrongly in the PDF. Check quotes against the original.`
  return { grade: 'poor', problem: { code: 'TEXT_UNREADABLE', page, message } }
}

function assemble(parts: readonly PageText[], named: string): Reading & { problems: Problem[] } {
  const whole = continueRows(parts)
  const read = parts.map((part, i) => ({ ...part, ...whole[i] }))
  const problems = read.flatMap(({ problem }) => problem ?? [])
  if (read.every(({ text }) => !/\p{L}/u.test(text))) throw noText(problems)
  const pages: Page[] = []
  const marks: Mark[] = []
  const running = runningLines(read.map(({ text }) => text))
  const headings = headingsOf(read.map((page, i) => withoutSizes(page, running[i] ?? [])))
  let text = ''
  read.forEach((page, index) => {
    if (index) text += '\n'
    const start = text.length
    text += page.text
    const own = [...(running[index] ?? []), ...(headings[index] ?? [])].sort((a, b) => a.start - b.start)
    marks.push(...own.map((m) => ({ ...m, start: m.start + start, end: m.end + start })))
    pages.push({ number: page.number, start, end: text.length, source: 'text', confidence: null, grade: page.grade })
  })
  const title = titleIn(text.slice(0, Math.min(pages[0]?.end ?? 0, TITLE_WITHIN)), named)
  if (!title || marks.some((mark) => SILENT.has(mark.kind) && overlaps(mark, title)))
    return { text, pages, marks, problems }
  const words = text.slice(title.start, title.end).replace(/\s+/gu, ' ')
  const others = marks.filter((mark) => mark.kind !== 'title' && !overlaps(mark, title))
  return { text, pages, marks: [title, ...others], problems, title: words }
}

/** A page of which the running lines have no size: they are no headings, however large. */
function withoutSizes({ text, sizes }: SizedPage, running: readonly Mark[]): SizedPage {
  let start = 0
  const kept = text.split('\n').map((line, i) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return running.some((mark) => overlaps(mark, span)) ? 0 : (sizes[i] ?? 0)
  })
  return { text, sizes: kept }
}

/**
 * Where the first page shows the title that the file names, over lines and in any case, with the lines in capitals that
 * it goes on with. A name that the page does not show is no title.
 */
function titleIn(page: string, named: string): Mark | undefined {
  const words = named.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3 || words.length > 40) return undefined
  const found = new RegExp(`${words.join('[^\\p{L}\\p{N}]{1,6}')}[^\\n]*`, 'iu').exec(page)
  if (!found) return undefined
  const start = found.index
  const inCapitals = !/\p{Ll}/u.test(found[0])
  const rest = inCapitals
    ? /^(?:\n[^\p{Ll}\n]*\p{Lu}[^\p{Ll}\n]*(?=\n|$))*/u.exec(page.slice(start + found[0].length))
    : null
  return { kind: 'title', level: 0, start, end: start + found[0].length + (rest?.[0].length ?? 0) }
}

const noText = (problems: readonly Problem[]): StratlasError =>
  problems.some(({ code }) => code === 'PAGE_FAILED')
    ? new StratlasError('PDF_DAMAGED', 'No page of this PDF could be read. Download it again or save it anew.')
    : new StratlasError(
        'NO_TEXT',
        'This PDF holds no text, only pictures of pages. Scans are not read by this version: upload a PDF with text.',
      )
