import type { AnalysisRecord, Mention, RateDimension, SetDimension } from '../contract/index.ts'
import { claimsOf, goldOf, type Named, type Parents, type Wish } from './claims.ts'
import type { Gold } from './gold.ts'

/** How one document's claims of one dimension compare with gold: its items met and missed, the claims right and wrong. */
export interface Outcome {
  readonly matched: readonly string[]
  readonly missed: readonly string[]
  readonly right: readonly Named[]
  readonly wrong: readonly Named[]
}

const fold = (words: string): string => words.normalize('NFC').toLowerCase().trim()

/** Compares a record's claims of one dimension with gold. */
export const matchSets = (
  gold: Gold,
  record: AnalysisRecord,
  { dimension, parents }: { dimension: SetDimension; parents: Parents },
): Outcome => match(claimsOf(record, dimension), goldOf(gold, dimension, parents), record.text)

/** Matches claims with gold; an item is met by any of its alternatives, `@words` by a claim that stands on these words. */
export function match(claims: readonly Named[], { wanted, tolerated }: Wish, text = ''): Outcome {
  const left = new Map(claims.map((claim) => [fold(claim.name), claim]))
  const names = (item: string): string[] =>
    item.startsWith('@')
      ? claims.filter((claim) => touches(text, claim.mentions, [item.slice(1)])).map(({ name }) => fold(name))
      : item.split('|').map(fold)
  const met = wanted.map((item) => ({ item, claims: take(left, names(item)) }))
  const matched = met.filter((each) => each.claims.length).map(({ item }) => item)
  for (const item of [...tolerated, ...matched]) take(left, names(item))
  if (tolerated.includes('*')) left.clear()
  return {
    matched,
    missed: wanted.filter((item) => !matched.includes(item)),
    right: met.flatMap((each) => each.claims),
    wrong: [...left.values()],
  }
}

/** Takes the named claims from what is left. */
function take(left: Map<string, Named>, names: readonly string[]): Named[] {
  return names.flatMap((name) => {
    const claim = left.get(name)
    left.delete(name)
    return claim ?? []
  })
}

/** Does some mention overlap an occurrence of one of the strings? */
function touches(text: string, mentions: readonly Mention[], strings: readonly string[]): boolean {
  return strings.some((words) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (mentions.some((mention) => mention.start < at + words.length && mention.end > at)) return true
    }
    return false
  })
}

/** Right answers of the dimensions that are rates: `[right, of]`. */
export function matchRates(gold: Gold, record: AnalysisRecord): Record<RateDimension, readonly [number, number]> {
  const mentions = [record.municipalities, record.targetGroups, record.services, record.periods, record.funders]
    .flat()
    .flatMap((claim) => claim.mentions)
  const proven = evidence(gold, record)
  return {
    language: [Number(record.language.code === gold.language && record.language.script === gold.script), 1],
    kind: [Number(record.kind === gold.kind), 1],
    evidence: [proven.filter(Boolean).length, proven.length],
    offsets: [mentions.filter((m) => record.text?.slice(m.start, m.end) === m.text).length, mentions.length],
  }
}

/** For each concept with gold evidence that was found at all: does a mention stand on these words? */
function evidence(gold: Gold, record: AnalysisRecord): boolean[] {
  const claims: Readonly<Record<string, readonly Named[]>> = {
    targetGroups: claimsOf(record, 'targetGroups'),
    services: claimsOf(record, 'services'),
    funders: claimsOf(record, 'funding'),
  }
  return Object.entries(gold.evidence).flatMap(([dimension, concepts]) =>
    Object.entries(concepts).flatMap(([concept, strings]) => {
      const found = (claims[dimension] ?? []).filter(({ name }) => concept.split('|').map(fold).includes(fold(name)))
      return found.length
        ? [
            touches(
              record.text ?? '',
              found.flatMap((claim) => claim.mentions),
              strings,
            ),
          ]
        : []
    }),
  )
}
