import type { AnalysisRecord, Dimension, Mention } from '../contract/index.ts'
import type { Found, Values } from '../extract/extractor.ts'
import type { Locale } from '../locales/locale.ts'
import { type Doc, inOrder, pageAt, quote } from '../text/index.ts'
import { tiesOf, type Weights } from '../ties/index.ts'

export type Claims = Pick<AnalysisRecord, Dimension>

/** Gathers mentions into claims: one claim per concept, place, period or giver, with all its words in reading order. */
export function claimsOf(doc: Doc, locale: Locale, found: readonly Found[], weights?: Weights): Claims {
  const ties = tiesOf(found, { doc, locale, weights })
  const gather = gatherIn(doc, found)
  return {
    municipalities: gather('municipalities', ({ id }) => id).map(({ value, mentions }) => ({ ...value, mentions })),
    targetGroups: gather('targetGroups', ({ concept }) => concept).map(({ value, mentions }) => ({
      ...value,
      mentions,
    })),
    services: gather('services', ({ concept, label }) => concept ?? `@${label}`).map(({ value, mentions, of }) => ({
      ...value,
      targetGroups: [...new Set(of.flatMap((mention) => ties.get(mention) ?? []).map((group) => group.value.concept))],
      mentions,
    })),
    periods: gather('periods', ({ role, edtf }) => `${role}:${edtf}`).map(({ value, mentions }) => ({
      ...value,
      mentions,
    })),
    funders: gather('funders', ({ id, name }) => id ?? `@${name}`).map(({ value, mentions }) => ({
      ...value,
      mentions,
    })),
  }
}

interface Gathered<D extends Dimension> {
  readonly value: Values[D]
  readonly mentions: Mention[]
  readonly of: readonly Found[]
}

function gatherIn(doc: Doc, found: readonly Found[]) {
  return <D extends Dimension>(dimension: D, keyOf: (value: Values[D]) => string): Gathered<D>[] => {
    const groups = new Map<string, Found<D>[]>()
    for (const mention of found.filter((f): f is Found<D> => f.dimension === dimension).sort(inOrder)) {
      const key = keyOf(mention.value)
      groups.set(key, [...(groups.get(key) ?? []), mention])
    }
    return [...groups.values()].flatMap((of) => {
      const first = of[0]
      return first ? [{ value: first.value, mentions: of.map((mention) => mentionOf(doc, mention)), of }] : []
    })
  }
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
