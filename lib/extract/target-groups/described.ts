import { type Locale, perLocale } from '../../locales/index.ts'
import { type Doc, fold, inside, sentenceAt } from '../../text/index.ts'
import type { Lexical } from '../lexical.ts'
import { scopeOf } from '../scope.ts'

/** Groups of the young: with a disability they are a group of their own, and texts tell of them that they help others. */
export const YOUNG: ReadonlySet<string> = new Set(['children', 'youth'])
/** Groups that words for an impairment stand for. */
const IMPAIRED: ReadonlySet<string> = new Set(['persons-with-disabilities', 'children-with-disabilities'])
const TOGETHER = 'children-with-disabilities'
/** Words between children and their impairment, at most. */
const REACH = 14
/** The same where what they need is said only after where they live and go to school. */
const FAR = 45
/** Before the word that opens a clause: ", ", and where another went before, ", a ". */
const OPENED = /,\s*(?:\p{L}{1,2}\s)?$/u
/** Only a comma or a joining word stands between two members of an enumeration. */
const JOINT = /^(?:\s*,\s*|\s+\p{L}{1,4}\s+)$/u

/**
 * Children described by an impairment are children with disabilities, and the impairment is no group of its own: "deci i
 * učenicima kojima je zbog telesnog invaliditeta potrebna podrška" is how bylaws say who has a personal companion.
 */
export function described(doc: Doc, locale: Locale, hits: readonly Lexical[]): Lexical[] {
  const read: Lexical[] = []
  for (const hit of hits) {
    const before = read.at(-1)
    if (before && YOUNG.has(before.id) && IMPAIRED.has(hit.id) && describes(doc, locale, [before, hit])) {
      const joined = enumeration(doc, read)
      read.splice(-joined, joined, ...read.slice(-joined).map((child) => ({ ...child, id: TOGETHER })))
      if (hit.id === TOGETHER) read.push(hit)
    } else read.push(hit)
  }
  return read
}

/**
 * Does the second hit stand in a relative clause of cause behind the first: ", kome je zbog …"? Right behind the children
 * any relative will do; further on only one of need that opens its clause, "detetu sa prebivalištem u opštini, kome je zbog".
 */
function describes(doc: Doc, locale: Locale, [child, impairment]: [Lexical, Lexical]): boolean {
  const { causes, needing } = scopeOf(locale)
  if (isAged(doc, locale, [child, impairment])) return true
  const relatives = relativesOf(locale)
  const between = inside(doc.tokens, { start: child.end, end: impairment.start })
  if (sentenceAt(doc, child.start) !== sentenceAt(doc, impairment.start)) return false
  const cause = between.findIndex(({ form }) => causes.has(form))
  if (cause < 0 || between.length > FAR) return false
  const isNext = between.length <= REACH && between.slice(0, 2).some(({ form }) => relatives.has(form))
  const opens = between.slice(Math.max(0, cause - 2), cause).find(({ form }) => needing.has(form))
  return isNext || (opens !== undefined && OPENED.test(doc.text.slice(child.end, opens.start)))
}

/** Words that tell an age, at most: "które nie ukończyły 16. roku życia". */
const AGE = 10

/** Does only how old they are stand between, and that they have it: "dzieci, które nie ukończyły 16 lat, z orzeczeniem o …"? */
function isAged(doc: Doc, locale: Locale, [child, impairment]: [Lexical, Lexical]): boolean {
  const { aging, having } = scopeOf(locale)
  const between = { start: child.end, end: impairment.start }
  const stops = doc.text.slice(between.start, between.end).replace(/\d\./gu, '')
  if (/[.;:!?\n]/u.test(stops)) return false
  // The phrase for the impairment may begin with the word itself: "z orzeczeniem".
  const words = [...inside(doc.tokens, between), ...inside(doc.tokens, impairment).slice(0, 1)].map(({ form }) => form)
  const has = words.findIndex((word) => having.has(word))
  if (has < 1 || has > AGE) return false
  return (
    words.slice(0, has).every((word) => aging.has(word) || /^\d+$/u.test(word)) &&
    words.slice(has, -1).every((word) => having.has(word))
  )
}

/** How many of the last hits are one enumeration of children: "deci i učenicima". */
function enumeration(doc: Doc, hits: readonly Lexical[]): number {
  const next = hits.at(-1)
  const before = hits.at(-2)
  if (!next || !before || !YOUNG.has(before.id) || !JOINT.test(doc.text.slice(before.end, next.start))) return 1
  return 1 + enumeration(doc, hits.slice(0, -1))
}

const relativesOf = perLocale(
  (locale) => new Set(scopeOf(locale).relatives.flatMap((word) => [fold(word), ...locale.inflect(word)])),
)
