import { DIMENSIONS, type Dimension } from '../contract/index.ts'
import { countryOf, type Edge, type Finding, type ProfileItem, type Quote } from '../store/index.ts'
import type { Years } from './years.ts'

const QUOTES = 3

/** What all documents of one municipality say together. */
export interface Summary {
  /** Undefined where no document speaks of it. */
  readonly profile: ProfileItem | undefined
  readonly edges: readonly Edge[]
}

/**
 * Sums up the findings of a municipality: one edge per concept, and the profile. The order of the findings makes no
 * difference, so that the same documents always give the same profile.
 */
export function profileOf(municipality: string, findings: readonly Finding[], now: Date): Summary {
  const itself = findings.find(({ dimension, code }) => dimension === 'municipalities' && code === municipality)
  if (!itself) return { profile: undefined, edges: [] }
  const about = findings.filter(({ dimension }) => dimension !== 'municipalities').sort(byPlace)
  const groups = Map.groupBy(about, ({ dimension, code }) => `${dimension}#${code}`)
  const edges = [...groups.values()].flatMap(([first, ...others]) => (first ? [edgeOf(first, others)] : []))
  return {
    profile: {
      municipality,
      country: countryOf(municipality),
      name: itself.label ?? municipality,
      documents: new Set(findings.map(({ document }) => document)).size,
      codes: codesOf(edges),
      updatedAt: now.toISOString(),
    },
    edges,
  }
}

function edgeOf(first: Finding, others: readonly Finding[]): Edge {
  const group = [first, ...others]
  const label = group.find((finding) => finding.label !== undefined)?.label
  return {
    municipality: first.municipality,
    dimension: first.dimension,
    code: first.code,
    ...(label !== undefined && { label }),
    documents: group.map(({ document }) => document),
    mentions: group.reduce((sum, { mentions }) => sum + mentions, 0),
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
    targetGroups: [...new Set(group.flatMap(({ targetGroups }) => targetGroups))].sort(),
    years: distinctYears(group),
    quotes: quotesOf(group),
  }
}

/** The surest quote of each document first, then the next ones, at most three in all. */
function quotesOf(group: readonly Finding[]): Quote[] {
  const ranked = group.flatMap(({ quotes }) => quotes.map((quote, rank) => ({ quote, rank })))
  ranked.sort((a, b) => a.rank - b.rank || b.quote.confidence - a.quote.confidence || order(a.quote, b.quote))
  return ranked.slice(0, QUOTES).map(({ quote }) => quote)
}

const order = (a: Quote, b: Quote): number => compare(a.document, b.document) || a.start - b.start

function distinctYears(group: readonly Finding[]): Years[] {
  const known = group.map(({ years }) => years).filter(([from, to]) => from !== null || to !== null)
  const byText = new Map(known.map((years) => [years.join('/'), years]))
  return [...byText.keys()].sort().flatMap((text) => [byText.get(text) ?? [null, null]])
}

const codesOf = (edges: readonly Edge[]): Partial<Record<Dimension, string[]>> =>
  Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, edges.filter((edge) => edge.dimension === dimension)] as const)
      .filter(([, found]) => found.length)
      .map(([dimension, found]) => [dimension, found.map(({ code }) => code)]),
  )

const byPlace = (a: Finding, b: Finding): number =>
  DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension) ||
  compare(a.code, b.code) ||
  compare(a.document, b.document)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
