import { fold, inside, once, type Span, sentenceAt } from '../../text/index.ts'
import type { Money, Reason } from './money.ts'
import type { Words } from './words.ts'

/** What may stand behind the first of two givers of one list: the rest of its name, years, brackets. */
const REST = /^(?:\s\p{Lu}[\p{L}.-]*){0,4}(?:[\s–-]{1,3}\d{4}){0,2}(?:\s\([^)]{0,40}\))?/u

/** ", ", " kao i ", " (" between two names. */
const jointOf = once(({ and }: Words) => new RegExp(`^(?:(?:,?\\s(?:${and})\\s|,\\s)(?:[\\p{L}-]+\\s)?|\\s\\()$`, 'u'))

/**
 * Are two names members of one list: "Tima za socijalno uključivanje, kao i Vlade Švajcarske", or one in brackets
 * behind the other?
 */
function isListed({ doc, words }: Money, a: Span, b: Span): boolean {
  if (b.start <= a.end) return false
  const between = doc.text.slice(a.end, b.start)
  const joint = fold(between.slice(REST.exec(between)?.[0].length ?? 0))
  return jointOf(words).test(joint)
}

/** Why a name gives that stands in a list beside one that does, and of which no word of asking speaks. */
export function besideGiver(money: Money, span: Span, givers: readonly Span[]): Reason | undefined {
  const near = inside(givers, sentenceAt(money.doc, span.start))
  if (!near.some((one) => isListed(money, one, span) || isListed(money, span, one))) return undefined
  const governor = money.govern(span)
  if (governor?.sought || governor?.cue.id === 'seeking') return undefined
  return { rule: 'funder/beside', confidence: 0.8, because: 'named beside another giver' }
}
