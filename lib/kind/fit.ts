import { KINDS, type Kind } from '../contract/index.ts'
import { descend, logistic, rounded } from '../learn/index.ts'
import { BIAS, type KindWeights } from './index.ts'
import type { Signs } from './signs.ts'

/** The signs of a text and its kind. */
export interface KindExample {
  readonly signs: Signs
  readonly kind: Kind
}

/** How strongly weights are drawn to zero: of the values tried, the best on documents held out. */
const RIDGE = 0.002
const STEPS = 600

/**
 * Weights of signs for each kind against the others: logistic regression, one kind against the rest, with a ridge. At
 * build time only; the same examples give the same weights.
 */
export const fitKinds = (examples: readonly KindExample[]): KindWeights => {
  const names = [...new Set([BIAS, ...examples.flatMap(({ signs }) => Object.keys(signs))])]
  const rows = examples.map(({ signs }) => names.map((name) => (name === BIAS ? 1 : (signs[name] ?? 0))))
  const fit = (kind: Kind) => {
    const is = examples.map((example) => Number(example.kind === kind))
    const weights = descend(names.length, (at) => slopeOf(rows, is, at), STEPS)
    return [kind, Object.fromEntries(names.map((name, i) => [name, rounded(weights[i] ?? 0)]))] as const
  }
  return Object.fromEntries(KINDS.map(fit)) as KindWeights
}

/** Slope of the mean cross-entropy with its ridge, from which the first weight is free. */
function slopeOf(rows: readonly (readonly number[])[], is: readonly number[], weights: Float64Array): Float64Array {
  const slope = weights.map((weight, i) => (i ? 2 * RIDGE * weight : 0))
  rows.forEach((row, n) => {
    const error = logistic(row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)) - (is[n] ?? 0)
    row.forEach((value, i) => {
      slope[i] = (slope[i] ?? 0) + (error * value) / rows.length
    })
  })
  return slope
}
