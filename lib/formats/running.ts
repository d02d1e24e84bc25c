import type { Mark } from '../text/index.ts'

interface Line {
  readonly words: string
  readonly start: number
  readonly end: number
  /** Number of the line, counted from the edge. */
  readonly place: number
}

/** Lines at each edge of a page that a running header or footer may take. */
const EDGE = 3
/** Share of the pages on which a running line stands at least. */
const SHARE = 0.4

/**
 * Running headers and footers: lines at the edge of a page that come back, but for their numbers, on many others.
 * Answers the marks of each page, offsets within its own text.
 *
 *     runningLines(['Plan 2024\na\n1', 'Plan 2024\nb\n2'])[1]   // header 0–9, footer 12–13
 */
export function runningLines(pages: readonly string[]): Mark[][] {
  const edges = pages.map(edgesOf)
  const written = edges.filter(({ top, bottom }) => top.length + bottom.length > 0).length
  const needed = Math.max(Math.min(3, written), Math.ceil(written * SHARE), 2)
  const tops = frequent(
    edges.map(({ top }) => top),
    needed,
  )
  const bottoms = frequent(
    edges.map(({ bottom }) => bottom),
    needed,
  )
  return edges.map(({ top, bottom }) => [
    ...top.filter((line) => tops.has(key(line))).map((line) => mark(line, 'header')),
    ...bottom.filter((line) => bottoms.has(key(line))).map((line) => mark(line, 'footer')),
  ])
}

const mark = ({ start, end }: Line, kind: 'header' | 'footer'): Mark => ({ kind, start, end })

/** What stays the same of a running line: its place, and its words without their numbers. */
const key = ({ words, place }: Line): string => `${place} ${words.trim().replace(/\d+/gu, '#').replace(/\s+/gu, ' ')}`

function edgesOf(page: string): { top: Line[]; bottom: Line[] } {
  const lines: Omit<Line, 'place'>[] = []
  let start = 0
  for (const words of page.split('\n')) {
    if (words.trim()) lines.push({ words, start, end: start + words.length })
    start += words.length + 1
  }
  const top = lines.slice(0, EDGE).map((line, place) => ({ ...line, place }))
  const bottom = lines.slice(Math.max(top.length, lines.length - EDGE)).reverse()
  return { top, bottom: bottom.map((line, place) => ({ ...line, place })).reverse() }
}

/** Keys of the lines that stand on enough pages. A line of a list or table is no running line. */
function frequent(pages: readonly (readonly Line[])[], needed: number): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of pages.flat().filter(({ words }) => !/^\s*[•·▪-]|\t/u.test(words)))
    counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= needed).map(([line]) => line))
}
