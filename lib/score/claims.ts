import type { AnalysisRecord, Mention, SetDimension } from '../contract/index.ts'
import type { Gold } from './gold.ts'

/** A claim as gold writes it, with the words it stands on. */
export interface Named {
  readonly name: string
  readonly mentions: readonly Mention[]
}

/** The record's claims of one dimension, each once, in gold's notation. */
export function claimsOf(record: AnalysisRecord, dimension: SetDimension): Named[] {
  const periods = record.periods.filter((period) => period.role !== 'reference')
  const named: Record<SetDimension, () => Named[]> = {
    subjects: () =>
      record.municipalities
        .filter((m) => m.role === 'subject')
        .map(({ country, name, mentions }) => ({ name: `${country}:${name}`, mentions })),
    targetGroups: () =>
      record.targetGroups.flatMap(({ concept, mentions }) => (concept ? [{ name: concept, mentions }] : [])),
    services: () => record.services.flatMap(({ concept, mentions }) => (concept ? [{ name: concept, mentions }] : [])),
    serviceLinks: () =>
      record.services.flatMap(({ concept, targetGroups, mentions }) =>
        targetGroups.map((group) => ({ name: `${concept}>${group}`, mentions })),
      ),
    periods: () => periods.map(({ role, edtf, mentions }) => ({ name: `${role}:${edtf}`, mentions })),
    periodSpans: () => periods.map(({ edtf, mentions }) => ({ name: edtf, mentions })),
    funding: () => record.funders.map(({ id, mentions }) => ({ name: id ?? `@${mentions[0]?.text}`, mentions })),
  }
  return [...new Map(named[dimension]().map((claim) => [claim.name, claim])).values()]
}

/** Ids above a funder's, from the nearest: to name the giver of a programme is no error. */
export type Parents = (id: string) => readonly string[]

/** What gold wants of one dimension, and what it neither rewards nor punishes. */
export interface Wish {
  readonly wanted: readonly string[]
  readonly tolerated: readonly string[]
}

/** What gold wants and tolerates of one dimension. */
export function goldOf(gold: Gold, dimension: SetDimension, parents: Parents): Wish {
  const { optional } = gold
  if (dimension === 'periodSpans')
    return { wanted: [...new Set(spans(gold.periods))], tolerated: spans(optional.periods ?? []) }
  if (dimension !== 'funding') return { wanted: gold[dimension], tolerated: optional[dimension] ?? [] }
  const wanted = [...new Set([...gold.funders, ...gold.programmes])]
  const above = wanted.flatMap((item) => item.split('|')).flatMap(parents)
  return {
    wanted: wanted.filter((item) => !above.includes(item)),
    tolerated: [...above, ...(optional.funders ?? []), ...(optional.programmes ?? [])],
  }
}

/** Periods without their roles. */
const spans = (items: readonly string[]): string[] =>
  items.map((item) =>
    item
      .split('|')
      .map((part) => part.slice(part.indexOf(':') + 1))
      .join('|'),
  )
