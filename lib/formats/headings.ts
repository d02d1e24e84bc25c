import type { Mark } from '../text/index.ts'
import type { Stroke } from './stroke.ts'

/** A page's text with the size of the letters of each of its lines, 0 where it has none of one size: rows, blank lines. */
export interface SizedPage {
  readonly text: string
  readonly sizes: readonly number[]
  /** Where the words of each line are painted. */
  readonly strokes?: readonly (readonly Stroke[])[]
}

/** A heading's letters are so many times as large as those of the body at least. */
const LARGER = 1.12
/** Longer words in large letters are a text, no heading. */
const LONGEST = 300

interface Run {
  readonly page: number
  readonly size: number
  readonly start: number
  end: number
}

/**
 * Headings of a document by the size of their letters: lines that follow each other in the same large letters are one.
 * The largest on the first page is the title, what stands above it is left alone. Answers the marks of each page, offsets
 * within its own text.
 */
export function headingsOf(pages: readonly SizedPage[]): Mark[][] {
  const body = bodySize(pages)
  const runs = pages.flatMap((page, i) => runsOf(page, i, body * LARGER))
  const ranks = [...new Set(runs.map(({ size }) => size))].sort((a, b) => b - a)
  const first = runs.filter(({ page }) => page === 0)
  const title = first.reduce<Run | undefined>((best, run) => (best && best.size >= run.size ? best : run), undefined)
  const byPage = Map.groupBy(runs.slice(title ? runs.indexOf(title) : 0), ({ page }) => page)
  return pages.map((_, page) =>
    (byPage.get(page) ?? []).map((run): Mark => {
      const { start, end } = run
      return run === title
        ? { kind: 'title', level: 0, start, end }
        : { kind: 'heading', level: ranks.indexOf(run.size) + 1, start, end }
    }),
  )
}

/** The size that most letters have. */
function bodySize(pages: readonly SizedPage[]): number {
  const letters = new Map<number, number>()
  for (const { text, sizes } of pages)
    text.split('\n').forEach((line, i) => {
      const size = sizes[i] ?? 0
      if (size) letters.set(size, (letters.get(size) ?? 0) + line.length)
    })
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [Infinity, 0])[0]
}

function runsOf({ text, sizes }: SizedPage, page: number, least: number): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  let start = 0
  text.split('\n').forEach((line, i) => {
    const size = sizes[i] ?? 0
    const end = start + line.trimEnd().length
    if (size < least || !line.trim()) open = undefined
    else if (open?.size === size) open.end = end
    else {
      open = { page, size, start, end }
      runs.push(open)
    }
    start += line.length + 1
  })
  return runs.filter((run) => run.end - run.start <= LONGEST && /\p{L}{2}/u.test(text.slice(run.start, run.end)))
}
