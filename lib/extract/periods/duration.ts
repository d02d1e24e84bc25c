import { EDGE } from '../../text/edge.ts'
import { once } from '../../text/index.ts'
import { daysIn, isDated, type Point, type Range } from './edtf.ts'
import type { Words } from './words.ts'

/** So far behind a beginning it is told how long it lasts. */
const REACH = 120
const LONGEST = 120

const shapeOf = once(
  ({ lasting, numeral, span }: Words) =>
    new RegExp(
      `^[^\\n\\d]{0,80}?${EDGE.left}${lasting}\\s(?:(?<figure>\\d{1,2})|(?<word>${numeral}))?\\s?(?<unit>${span})${EDGE.right}`,
      'u',
    ),
)

/** Months that the words behind a beginning say it lasts: "traje 18 meseci" 18, "potrwa dwa lata" 24. */
export function monthsBehind(folded: string, end: number, words: Words): number | undefined {
  const groups = shapeOf(words).exec(folded.slice(end, end + REACH))?.groups
  if (!groups) return undefined
  const count = groups['figure'] ? Number(groups['figure']) : (words.numerals.get(groups['word'] ?? '') ?? 1)
  const months = count * (words.spans.get(groups['unit'] ?? '') ?? 0)
  return months > 0 && months <= LONGEST ? months : undefined
}

/** From a point over so many months: 2023-06-01 and 24 is until 2025-05-31, 2022-02 and 18 until 2023-07. */
export function lastingFrom(from: Point | null, months: number): Range | null {
  if (!from || !isDated(from) || from.month === undefined) return null
  const { year, month, day } = from
  const first = year * 12 + month - 1
  const pointAt = (index: number): Point & { year: number; month: number } => ({
    year: Math.floor(index / 12),
    month: (index % 12) + 1,
  })
  if (day === undefined) return { from, to: pointAt(first + months - 1) }
  const last = pointAt(first + months - (day === 1 ? 1 : 0))
  const days = daysIn(last.year, last.month)
  return { from, to: { ...last, day: day === 1 ? days : Math.min(day - 1, days) } }
}
