import type { ReadingMeasure } from '../contract/index.ts'
import type { Reading } from '../text/index.ts'
import { round } from './score.ts'

const RUNNING: ReadonlySet<string> = new Set(['header', 'footer'])

/**
 * How many words of a known text a reading has, and how many of its own are right: each word as often as it is written,
 * words broken over a line end whole, running headers and footers left out.
 */
export function wordsOf(
  { text, marks }: Pick<Reading, 'text' | 'marks'>,
  truth: string,
): Pick<ReadingMeasure, 'words' | 'recall' | 'precision'> {
  let body = text
  for (const { kind, start, end } of marks.toSorted((a, b) => b.start - a.start))
    if (RUNNING.has(kind)) body = body.slice(0, start) + body.slice(end)
  const [found, wanted] = [countsOf(body), countsOf(truth)]
  const right = sum([...wanted].map(([word, n]) => Math.min(n, found.get(word) ?? 0)))
  const [all, words] = [sum(found.values()), sum(wanted.values())]
  return { words, recall: round(right / Math.max(1, words)), precision: round(right / Math.max(1, all)) }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const joined = text.normalize('NFC').replace(/(?<=\p{L})[-‐]\n(?=\p{Ll})/gu, '')
  for (const [word] of joined.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0)
