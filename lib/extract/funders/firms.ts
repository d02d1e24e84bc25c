import { type Span, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { claimOf } from './claim.ts'
import { type Money, type Reason, reasonFor } from './money.ts'

/** A company by its name belongs to the private givers, whatever it is called. */
const PRIVATE = 'companies-donors'
/** Words of a company's name at most before "d.o.o.". */
const LONGEST = 4
/** A word of giving further from it does not make it a giver. */
const NEAR = 45

/** Companies by the form behind their name: "Srebrno jezero a.d.", "Tartak Sp. z o.o.". */
export function companies(money: Money): Found<'funders'>[] {
  const { doc, words, names } = money
  return words.legalForms.find(doc).flatMap((form) => {
    // "a d" are letters of a list.
    if (!/\.|\p{Lu}{2}/u.test(doc.text.slice(form.start, form.end + 1))) return []
    const tokens = doc.tokens.slice(Math.max(0, form.first - LONGEST), form.first)
    const last = tokens.findLastIndex(({ capital }) => capital)
    const small = tokens.findLastIndex(({ capital }, i) => i < last && !capital)
    const name = tokens.slice(small + 1, last + 1).find(({ end }) => !/[.,;:\n]/u.test(doc.text.slice(end, form.start)))
    if (!name) return []
    const span = { start: name.start, end: form.end }
    if (touches(names, span)) return []
    const reason = reasonFor(money, span)
    const governor = money.govern(span)
    const isNear = reason?.rule !== 'funder/cue' || (governor?.distance ?? 0) <= NEAR
    return reason && isNear && reason.rule !== 'funder/section' ? privateGiver(money, span, reason) : []
  })
}

/** The claim that a company gives, without its name: one for all of them. */
export const privateGiver = (money: Money, span: Span, reason: Reason): Found<'funders'> =>
  claimOf(money, span, { id: PRIVATE, ...reason })
