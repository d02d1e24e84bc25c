import { EDGE } from '../../text/edge.ts'
import { type Doc, fold, once } from '../../text/index.ts'
import { edtf, isDated } from './edtf.ts'
import { lineAt, type Place } from './scene.ts'
import type { Words } from './words.ts'

/** Characters of a cover, of the top of a page, of its head above the day on which it is seen, and of a line under a headline. */
const COVER = 2500
const TOP = 600
const HEAD = 200
const LINE = 120

/** Is it one day of the calendar? */
export const isDay = ({ from, to, edge }: Place['expression']): boolean =>
  edge === null && from !== null && from === to && from.day !== undefined && isDated(from)

/** Is it one month of a year? */
export const isMonth = ({ from, to, edge }: Place['expression']): boolean =>
  edge === null && from !== null && from === to && from.day === undefined && from.month !== undefined && isDated(from)

const weekdayOf = once(({ weekday }: Words) => new RegExp(`${EDGE.left}${weekday}${EDGE.right}`, 'u'))

/**
 * The clock in the head of a page: a weekday, name days or the minute stand beside the day, and no more text above it
 * than a name.
 */
export function isClock(doc: Doc, { span }: Place, words: Words): boolean {
  const line = lineAt(doc, span.start)
  const [left, right] = [doc.text.slice(line.start, span.start), doc.text.slice(span.end, line.end)]
  const shows = weekdayOf(words).test(fold(left)) || /^,?\s\d{1,2}[.:]\d{2}\s*$/u.test(right)
  return shows && doc.text.slice(0, line.start).trim().length < HEAD
}

/** Does it stand below the head of the page, by itself on its line, and earlier? */
export function isOlder(doc: Doc, { span, expression: { to } }: Place, { expression, span: above }: Place): boolean {
  const line = lineAt(doc, span.start)
  const by = doc.text.slice(line.start, span.start) + doc.text.slice(span.end, line.end)
  const [own, today] = [to, expression.to].map((point) => edtf({ from: point ?? null, to: point ?? null }))
  return (
    span.start > above.end &&
    span.start < TOP &&
    !/\p{L}{3}|\d/u.test(by) &&
    own != null &&
    today != null &&
    own < today
  )
}

/** "Novi Pazar, oktobar 2011. godine" on a cover of many lines: a place and the month are all that stands there. */
export function closesCover(doc: Doc, { span, block }: Place): boolean {
  const line = lineAt(doc, span.start)
  const behind = doc.text.slice(span.end, line.end)
  return (
    span.start < COVER &&
    block?.kind !== 'item' &&
    block?.kind !== 'row' &&
    /^\s*(?:\p{Lu}\p{L}+\s?){1,4},\s?$/u.test(doc.text.slice(line.start, span.start)) &&
    !/\p{L}{7}|\d/u.test(behind)
  )
}

/** Is it the day on which the page was seen, above that of the text? */
export const isSeen = (doc: Doc, place: Place, { publication, words }: Seen): boolean =>
  publication !== undefined && isDay(place.expression) && isClock(doc, place, words) && isOlder(doc, publication, place)

interface Seen {
  readonly publication: Place | undefined
  readonly words: Words
}

/** The day of another post of the page: like its own one it closes the line under a headline. */
export const isPost = (doc: Doc, place: Place, publication: Place | undefined): boolean =>
  publication !== undefined && place !== publication && [place, publication].every((one) => isHung(doc, one))

/** Does the day close a line without a verb or a full stop right below a heading? */
function isHung(doc: Doc, { span, block, expression, before, after }: Place): boolean {
  const above = block && doc.blocks[block.index - 1]
  if (!block || (above?.kind !== 'title' && above?.kind !== 'heading') || !isDay(expression)) return false
  const closes = block.end - span.end <= 2 && span.start - block.start < LINE
  return closes && before.length + after.length === 0 && !/[.:;,–-]\s*$/u.test(doc.text.slice(block.start, span.start))
}
