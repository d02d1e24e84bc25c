import { type Mark, overlaps } from '../text/index.ts'
import type { SizedPage } from './headings.ts'
import { dealt, lettersIn, type Stroke } from './stroke.ts'

/** A sentence goes on over so many lines of the next page at most, a paragraph over so many. */
const LONGEST = 6
const LONGEST_PARAGRAPH = 12
/** A word that closes a sentence, not an abbreviation or a number, with what goes on behind it. */
const CLOSE = /(?:\p{L}{4}|\d{4}|[)"”“»])[.!?]["”“»)]*(?=\s+[\p{Lu}\p{N}„"(•-]|$)/u

/**
 * Joins sentences that a page break cuts: where the words of a page break off and those of the next go on in small
 * letters, the rest of the paragraph, or of the sentence where that is long, goes to the page where it begins, before its
 * footer, so that no page number stands in it.
 *
 *     continueSentences(['Pomoć u kući\n3', 'traje. Klub'], running)   // ['Pomoć u kući\ntraje.\n3', 'Klub']
 */
export function continueSentences<Page extends SizedPage>(
  pages: readonly Page[],
  running: readonly (readonly Mark[])[],
): Page[] {
  const drafts = pages.map((page, i) => linesOf(page, running[i] ?? []))
  for (let i = 1; i < drafts.length; i++) {
    const [above, below] = [drafts[i - 1] ?? [], drafts[i] ?? []]
    const last = above.findLastIndex(isBody)
    const first = below.findIndex(isBody)
    const [before, next] = [above[last], below[first]]
    if (!before || !next || !goesOn(before, next)) continue
    const rest = restOf(below, first)
    above.splice(last + 1, 0, ...rest.moved)
    below.splice(first, rest.moved.length, ...rest.left)
  }
  return pages.map((page, i) => {
    const lines = drafts[i] ?? []
    return {
      ...page,
      text: lines.map(({ words }) => words).join('\n'),
      sizes: lines.map(({ size }) => size),
      strokes: lines.map((line) => line.strokes),
    }
  })
}

interface Line {
  readonly words: string
  readonly size: number
  readonly isRunning: boolean
  readonly strokes: readonly Stroke[]
}

function linesOf({ text, sizes, strokes }: SizedPage, running: readonly Mark[]): Line[] {
  let start = 0
  return text.split('\n').map((words, i) => {
    const span = { start, end: start + words.length }
    start = span.end + 1
    const isRunning = running.some((mark) => overlaps(mark, span))
    return { words, size: sizes[i] ?? 0, isRunning, strokes: strokes?.[i] ?? [] }
  })
}

const isBody = ({ words, isRunning }: Line): boolean => !isRunning && words.trim() !== ''

const goesOn = (before: Line, next: Line): boolean =>
  before.size === next.size &&
  /^\s*\p{Ll}/u.test(next.words) &&
  !/[.!?:;]["”“»)]*\s*$|\t/u.test(before.words) &&
  !next.words.includes('\t')

interface Rest {
  readonly moved: readonly Line[]
  readonly left: readonly Line[]
}

/** The lines of the paragraph, or of one that does not end soon those of the sentence; none where no end is near. */
function restOf(lines: readonly Line[], first: number): Rest {
  const size = lines[first]?.size
  const end = lines.findIndex(
    (line, i) => i > first && !(isBody(line) && line.size === size && !line.words.includes('\t')),
  )
  const paragraph = lines.slice(first, end < 0 ? lines.length : end)
  const hasMore = end >= 0 && lines.slice(end).some(isBody)
  const isWhole = hasMore && lines[end]?.words.trim() === '' && paragraph.length <= LONGEST_PARAGRAPH
  return isWhole ? { moved: paragraph, left: [] } : sentenceOf(paragraph.slice(0, LONGEST))
}

function sentenceOf(lines: readonly Line[]): Rest {
  const at = lines.findIndex(({ words }) => CLOSE.test(words))
  const last = lines[at]
  const close = last && CLOSE.exec(last.words)
  if (!close) return { moved: [], left: [] }
  const end = close.index + close[0].length
  const parts = [last.words.slice(0, end), last.words.slice(end).trimStart()] as const
  const [own, others] = dealt(parts.map(lettersIn), last.strokes)
  return {
    moved: [...lines.slice(0, at), { ...last, words: parts[0], strokes: own ?? [] }],
    left: parts[1] ? [{ ...last, words: parts[1], strokes: others ?? [] }] : [],
  }
}
