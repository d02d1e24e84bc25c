import type { AnalysisRecord, Dimension, Mention } from '../contract/index.ts'
import type { Found } from '../extract/extractor.ts'
import type { Locale } from '../locales/locale.ts'
import { type Doc, inOrder, pageAt, quote } from '../text/index.ts'
import { tiesOf, type Weights } from '../ties/index.ts'

export type Claims = Pick<AnalysisRecord, Dimension>

/** Gathers mentions into claims: one claim per concept, place, period or giver, with all its words in reading order. */
export function claimsOf(doc: Doc, locale: Locale, found: readonly Found[], weights?: Weights): Claims {
  const ties = tiesOf(found, { doc, locale, weights })
  const places = found.filter((one) => one.dimension === 'municipalities')
  const groups = found.filter((one) => one.dimension === 'targetGroups')
  const services = found.filter((one) => one.dimension === 'services')
  const periods = found.filter((one) => one.dimension === 'periods')
  const funders = found.filter((one) => one.dimension === 'funders')
  const claimOf = <Value extends object>({ value, of }: Gathered<Value>) => ({
    ...value,
    mentions: of.map((mention) => mentionOf(doc, mention)),
  })
  return {
    municipalities: gathered(places, ({ id }) => id).map(claimOf),
    targetGroups: gathered(groups, ({ concept }) => concept).map(claimOf),
    services: gathered(services, ({ concept, label }) => concept ?? `@${label}`).map(({ value, of }) => {
      const served = of.flatMap((mention) => ties.get(mention) ?? []).map((group) => group.value.concept)
      return claimOf({ value: { ...value, targetGroups: [...new Set(served)] }, of })
    }),
    periods: gathered(periods, ({ role, edtf }) => `${role}:${edtf}`).map(claimOf),
    funders: gathered(funders, ({ id, name }) => id ?? `@${name}`).map(claimOf),
  }
}

/** What a claim says, by the first of its mentions, and all of them. */
interface Gathered<Value> {
  readonly value: Value
  readonly of: readonly Found[]
}

/** Mentions of one dimension by the claim that they make. */
function gathered<Value>(
  own: readonly (Found & { readonly value: Value })[],
  keyOf: (value: Value) => string,
): Gathered<Value>[] {
  const groups = Map.groupBy([...own].sort(inOrder), ({ value }) => keyOf(value))
  return [...groups.values()].flatMap((of) => (of[0] ? [{ value: of[0].value, of }] : []))
}

function mentionOf(doc: Doc, { start, end, rule, confidence, because }: Found): Mention {
  const page = pageAt(doc, start)
  return {
    start,
    end,
    text: quote(doc, { start, end }),
    ...(page !== undefined && { page }),
    rule,
    confidence,
    because,
  }
}
