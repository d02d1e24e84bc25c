import { type Problem, StratlasError } from '../contract/index.ts'
import { type Mark, overlaps, type Page, type Reading } from '../text/index.ts'
import { boxesOf, type PageBoxes } from './boxes.ts'
import { continueRows } from './continued.ts'
import { headingsOf, type SizedPage } from './headings.ts'
import { type Draft, hasLetters } from './part.ts'
import { runningLines } from './running.ts'
import { continueSentences } from './sentences.ts'
import { withEvenSizes } from './sizes.ts'

/** A title stands among so many characters at the start. */
const TITLE_WITHIN = 3000
const SILENT: ReadonlySet<Mark['kind']> = new Set(['header', 'footer'])
/** Problems of pages that tell why nothing could be read, and what is said then of the document. */
const REASONS = {
  OCR_DATA_MISSING: 'OCR_DATA_MISSING',
  PAGE_TOO_LARGE: 'PAGE_TOO_LARGE',
  IMAGE_DAMAGED: 'IMAGE_DAMAGED',
  PAGE_FAILED: 'PDF_DAMAGED',
} as const

/** A text with what went wrong on its pages and where its words are painted. */
interface Assembled extends Reading {
  readonly problems: readonly Problem[]
  readonly boxes: readonly PageBoxes[]
}

/**
 * Puts the pages of a document together: rows that a page break cuts are joined, running lines, headings and the title are
 * marked. Throws NO_TEXT, or what kept every page from being read.
 */
export function assemble({ title: named, pages: parts }: Draft): Assembled {
  const rows = continueRows(withEvenSizes(parts))
  const whole = continueSentences(rows, runningLines(rows.map(({ text }) => text)))
  const read = parts.map((part, i) => ({ ...part, ...whole[i] }))
  const problems = read.flatMap((page) => page.problems)
  if (!read.some(({ text }) => hasLetters(text))) throw noText(problems)
  const boxes = boxesOf(read)
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
    const { number, source, confidence, grade } = page
    pages.push({ number, start, end: text.length, source, confidence, grade })
  })
  const title = titleIn(text.slice(0, Math.min(pages[0]?.end ?? 0, TITLE_WITHIN)), named)
  if (!title || marks.some((mark) => SILENT.has(mark.kind) && overlaps(mark, title)))
    return { text, pages, marks, problems, boxes }
  const words = text.slice(title.start, title.end).replace(/\s+/gu, ' ')
  const others = marks.filter((mark) => mark.kind !== 'title' && !overlaps(mark, title))
  return { text, pages, marks: [title, ...others], problems, boxes, title: words }
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
  const words = small(named).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3 || words.length > 40) return undefined
  // small letters on both sides: to compile classes of letters for any case takes longer than to read a page
  const found = new RegExp(`${words.join('[^\\p{L}\\p{N}]{1,6}')}[^\\n]*`, 'u').exec(small(page))
  if (!found) return undefined
  const start = found.index
  const end = start + found[0].length
  const inCapitals = !/\p{Ll}/u.test(page.slice(start, end))
  const rest = inCapitals ? /^(?:\n[^\p{Ll}\n]*\p{Lu}[^\p{Ll}\n]*(?=\n|$))*/u.exec(page.slice(end)) : null
  return { kind: 'title', level: 0, start, end: end + (rest?.[0].length ?? 0) }
}

/** Small letters, each in the place of its capital. */
const small = (words: string): string => words.replaceAll('İ', 'I').toLowerCase()

const noText = (problems: readonly Problem[]): StratlasError => {
  const [reason] = Object.entries(REASONS).filter(([of]) => problems.some(({ code }) => code === of))
  const code = reason?.[1] ?? 'NO_TEXT'
  return new StratlasError(code, NOTHING_READ[code])
}

const NOTHING_READ = {
  OCR_DATA_MISSING: 'The pages are pictures, and the language data to read them are not installed. Run "npm ci".',
  PAGE_TOO_LARGE: 'The pages hold more than can be read. Save scans at 300 dpi or less, and split other pages.',
  IMAGE_DAMAGED: 'The picture is damaged or was cut off. Scan or download it again.',
  PDF_DAMAGED: 'No page of this document could be read. Download it again or save it anew.',
  NO_TEXT: 'No text was found in this document, neither as letters nor in its pictures. If it is a scan, make it anew.',
} as const
