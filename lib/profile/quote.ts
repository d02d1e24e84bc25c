import type { Mention } from '../contract/index.ts'
import type { Quote } from '../store/index.ts'
import { at, type Span } from '../text/index.ts'

/** Longest sentence that is kept, in UTF-16 code units, ellipses not counted. */
const LONGEST = 400

/** A text cut into sentences: what a quote is taken from. */
export interface Quoted {
  readonly document: string
  readonly text: string
  readonly sentences: readonly Span[]
}

/** A mention with the sentence around it; words that cross sentences are given with all of them. */
export function quoteOf({ document, text, sentences }: Quoted, mention: Mention): Quote {
  const { start, end, page, rule, confidence } = mention
  const first = at(sentences, start) ?? mention
  const last = at(sentences, end - 1) ?? mention
  const around = { start: Math.min(first.start, start), end: Math.max(last.end, end) }
  return {
    document,
    start,
    end,
    text: mention.text,
    sentence: cut(text, around, mention),
    ...(page !== undefined && { page }),
    rule,
    confidence,
  }
}

/** The best quotes of some mentions: the surest, of equals the earliest, and no sentence twice where there are others. */
export function bestQuotes(quoted: Quoted, mentions: readonly Mention[], most: number): Quote[] {
  const ranked = [...mentions].sort((a, b) => b.confidence - a.confidence || a.start - b.start)
  const quotes = ranked.map((mention) => quoteOf(quoted, mention))
  const isFirst = ({ sentence }: Quote, i: number) => quotes.findIndex((other) => other.sentence === sentence) === i
  return [...quotes.filter(isFirst), ...quotes.filter((quote, i) => !isFirst(quote, i))].slice(0, most)
}

/** The words of `around`, cut to LONGEST on word edges so that those of `core` stay in it. */
function cut(text: string, around: Span, core: Span): string {
  if (around.end - around.start <= LONGEST) return text.slice(around.start, around.end)
  const room = Math.max(0, LONGEST - (core.end - core.start))
  const after = Math.min(around.end, core.end + Math.max(room >> 1, room - (core.start - around.start)))
  const before = Math.max(around.start, core.start - (room - (after - core.end)))
  const start = before === around.start ? before : nextWord(text, before, core.start)
  const end = after === around.end ? after : lastWord(text, after, core.end)
  return `${start > around.start ? '… ' : ''}${text.slice(start, end)}${end < around.end ? ' …' : ''}`
}

/** The first start of a word at or after `from`, at most `limit`. */
function nextWord(text: string, from: number, limit: number): number {
  while (from < limit && !/\s/u.test(text[from - 1] ?? ' ')) from++
  while (from < limit && /\s/u.test(text[from] ?? '')) from++
  return from
}

/** The last end of a word at or before `from`, at least `limit`. */
function lastWord(text: string, from: number, limit: number): number {
  while (from > limit && !/\s/u.test(text[from] ?? ' ')) from--
  while (from > limit && /\s/u.test(text[from - 1] ?? '')) from--
  return from
}
