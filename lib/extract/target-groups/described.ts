import * as z from 'zod'
import { type Locale, perLocale } from '../../locales/index.ts'
import { type Doc, fold, inside, sentenceAt } from '../../text/index.ts'
import type { Lexical } from '../lexical.ts'

const Scope = z.object({ relatives: z.array(z.string()), causes: z.array(z.string()) })

const YOUNG: ReadonlySet<string> = new Set(['children', 'youth'])
/** Groups that words for an impairment stand for. */
const IMPAIRED: ReadonlySet<string> = new Set(['persons-with-disabilities', 'children-with-disabilities'])
const TOGETHER = 'children-with-disabilities'
/** Words between children and their impairment, at most. */
const REACH = 14
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

/** Does the second hit stand in a relative clause of cause behind the first: ", kome je zbog …"? */
function describes(doc: Doc, locale: Locale, [child, impairment]: [Lexical, Lexical]): boolean {
  const { relatives, causes } = scopeOf(locale)
  const between = inside(doc.tokens, { start: child.end, end: impairment.start })
  return (
    between.length <= REACH &&
    sentenceAt(doc, child.start) === sentenceAt(doc, impairment.start) &&
    between.slice(0, 2).some(({ form }) => relatives.has(form)) &&
    between.some(({ form }) => causes.has(form))
  )
}

/** How many of the last hits are one enumeration of children: "deci i učenicima". */
function enumeration(doc: Doc, hits: readonly Lexical[]): number {
  const next = hits.at(-1)
  const before = hits.at(-2)
  if (!next || !before || !YOUNG.has(before.id) || !JOINT.test(doc.text.slice(before.end, next.start))) return 1
  return 1 + enumeration(doc, hits.slice(0, -1))
}

const scopeOf = perLocale(({ inflect, lists }) => {
  const { relatives, causes } = Scope.parse(lists['scope'])
  return {
    relatives: new Set(relatives.flatMap((word) => [fold(word), ...inflect(word)])),
    causes: new Set(causes.map(fold)),
  }
})
