import { descend, logistic, rounded } from '../learn/index.ts'
import { BIAS, type Weights } from './weights.ts'

/** Clues of every pair of mentions of one service and one group in a document, and whether gold ties the two. */
export interface Example {
  readonly pairs: readonly (readonly string[])[]
  readonly isTied: boolean
}

/** How strongly weights are drawn to zero: of the values tried, the best on documents held out. */
const RIDGE = 2e-5
const STEPS = 300
/** Keeps the slope finite. */
const LEAST = 1e-6

/**
 * Weights of clues under which gold is the most probable. Gold says which service a document ties to which group, not by
 * which of their mentions, so a tie holds where at least one pair of mentions holds it: P = 1 − ∏(1 − pᵢ), with logistic pᵢ
 * (noisy-or; J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988). The loss is the mean cross-entropy with a ridge.
 */
export function fitWeights(examples: readonly Example[]): Weights {
  const clues = [...new Set([BIAS, ...examples.flatMap(({ pairs }) => pairs.flat())])]
  const index = new Map(clues.map((clue, i) => [clue, i]))
  const coded = examples.map(({ pairs, isTied }) => ({
    isTied,
    pairs: pairs.map((pair) => [0, ...pair.map((clue) => index.get(clue) ?? 0)]),
  }))
  const weights = descend(clues.length, (at) => slopeOf(coded, at), STEPS)
  const entries = clues.map((clue, i) => [clue, rounded(weights[i] ?? 0)] as const)
  return Object.fromEntries(entries.filter(([, weight]) => weight !== 0))
}

interface Coded {
  readonly pairs: readonly (readonly number[])[]
  readonly isTied: boolean
}

/** Slope of the loss at each weight; the first, that every pair has, is free of the ridge. */
function slopeOf(examples: readonly Coded[], weights: Float64Array): Float64Array {
  const slope = weights.map((weight, i) => (i ? 2 * RIDGE * weight : 0))
  for (const { pairs, isTied } of examples) {
    const shares = pairs.map((pair) => logistic(pair.reduce((sum, i) => sum + (weights[i] ?? 0), 0)))
    const none = shares.reduce((left, share) => left * (1 - share), 1)
    const some = Math.max(LEAST, 1 - none)
    pairs.forEach((pair, i) => {
      const pull = ((isTied ? -none / some : 1) * (shares[i] ?? 0)) / examples.length
      for (const clue of pair) slope[clue] = (slope[clue] ?? 0) + pull
    })
  }
  return slope
}
