import { calibrated, stepOf, type Tally } from '../claims/confidence.ts'
import { CALIBRATED, type Calibrated, type CalibrationBin, type Mention } from '../contract/index.ts'
import type { Parents } from './claims.ts'
import { matchSets } from './match.ts'
import { mapped, type Pair, round } from './score.ts'

/** A claim that gold says is right or wrong. What gold tolerates is not judged. */
export interface Judged {
  readonly document: string
  readonly dimension: Calibrated
  readonly name: string
  readonly right: boolean
  readonly mentions: readonly Mention[]
}

/** The claims of a document that gold judges. */
export const judged = ({ gold, record }: Pair, parents: Parents): Judged[] =>
  CALIBRATED.flatMap((dimension) => {
    const outcome = matchSets(gold, record, { dimension, parents })
    const as = (right: boolean) => (claim: (typeof outcome.right)[number]) => ({
      document: gold.document,
      dimension,
      right,
      ...claim,
    })
    return [...outcome.right.map(as(true)), ...outcome.wrong.map(as(false))]
  })

/** How often each rule, at each confidence that it declares, stands under a right and under a wrong claim. Keys in order. */
export function tallyOf(claims: readonly Judged[]): Tally {
  const tally: Tally = {}
  const steps = claims.flatMap(({ right, mentions }) =>
    [...new Set(mentions.map(({ rule, confidence }) => `${rule} ${stepOf(confidence)}`))].map((key) => ({
      key,
      right,
    })),
  )
  for (const [key, own] of [...Map.groupBy(steps, (step) => step.key)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [rule = '', step = ''] = key.split(' ')
    const right = own.filter((each) => each.right).length
    tally[rule] = { ...tally[rule], [step]: [right, own.length - right] }
  }
  return tally
}

const EDGES = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const

/**
 * Confidence against truth: each document's claims get the confidence that all other documents teach, so that none
 * vouches for itself, and are counted by it. A claim is as sure as its surest mention.
 */
export function calibrationOf(claims: readonly Judged[]): Record<Calibrated, CalibrationBin[]> {
  const sure = [...Map.groupBy(claims, ({ document }) => document)].flatMap(([document, own]) => {
    const confidence = calibrated(withKeysOf(tallyOf(claims), tallyOf(claims.filter((c) => c.document !== document))))
    return own.map((claim) => ({ ...claim, confidence: Math.max(...claim.mentions.map(confidence)) }))
  })
  return mapped(CALIBRATED, (dimension) => {
    const own = sure.filter((claim) => claim.dimension === dimension)
    return EDGES.slice(0, -1).flatMap((from, i) => {
      const to = EDGES[i + 1] ?? 1
      const inside = own.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
      const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
      const right = inside.filter((claim) => claim.right).length
      return inside.length ? [{ from, to, claims: inside.length, right, mean: round(mean) }] : []
    })
  })
}

/** A tally with zeros for what only the whole one knows: nothing was learned of it, which is not the same as unjudged. */
const withKeysOf = (whole: Tally, part: Tally): Tally =>
  Object.fromEntries(
    Object.entries(whole).map(([rule, steps]) => [
      rule,
      Object.fromEntries(Object.keys(steps).map((step) => [step, part[rule]?.[step] ?? [0, 0]])),
    ]),
  )
