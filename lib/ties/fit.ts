import { BIAS, type Weights } from './weights.ts'

/** Clues of every pair of mentions of one service and one group in a document, and whether gold ties the two. */
export interface Example {
  readonly pairs: readonly (readonly string[])[]
  readonly isTied: boolean
}

/** How strongly weights are drawn to zero: of the values tried, the best on documents held out. */
const RIDGE = 1e-4
const STEPS = 300
const RATE = 0.05
/** Decay of the means of the gradient and of its square. */
const MEAN = 0.9
const SQUARE = 0.99

/**
 * Weights of clues under which gold is the most probable. Gold says which service a document ties to which group, not by
 * which of their mentions, so a tie holds where at least one pair of mentions holds it: P = 1 − ∏(1 − pᵢ), with logistic pᵢ
 * (noisy-or; J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988). Fitted by Adam (D. Kingma and J. Ba, 2015) on
 * the mean cross-entropy with a ridge; the same examples give the same weights. At build time only.
 */
export function fitWeights(examples: readonly Example[]): Weights {
  const clues = [...new Set([BIAS, ...examples.flatMap(({ pairs }) => pairs.flat())])]
  const index = new Map(clues.map((clue, i) => [clue, i]))
  const coded = examples.map(({ pairs, isTied }) => ({
    isTied,
    pairs: pairs.map((pair) => [0, ...pair.map((clue) => index.get(clue) ?? 0)]),
  }))
  const weights = descend(coded, clues.length)
  return Object.fromEntries(
    clues.map((clue, i) => [clue, rounded(weights[i] ?? 0)] as const).filter(([, weight]) => weight !== 0),
  )
}

interface Coded {
  readonly pairs: readonly (readonly number[])[]
  readonly isTied: boolean
}

function descend(examples: readonly Coded[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeOf(examples, weights)
    for (let i = 0; i < size; i++) {
      const each = (slope[i] ?? 0) + 2 * RIDGE * (i ? (weights[i] ?? 0) : 0)
      mean[i] = MEAN * (mean[i] ?? 0) + (1 - MEAN) * each
      square[i] = SQUARE * (square[i] ?? 0) + (1 - SQUARE) * each * each
      const [m, s] = [(mean[i] ?? 0) / (1 - MEAN ** step), (square[i] ?? 0) / (1 - SQUARE ** step)]
      weights[i] = (weights[i] ?? 0) - (RATE * m) / (Math.sqrt(s) + 1e-8)
    }
  }
  return weights
}

/** Keeps logarithms finite. */
const LEAST = 1e-6

/** Slope of the mean cross-entropy at each weight. */
function slopeOf(examples: readonly Coded[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length)
  for (const { pairs, isTied } of examples) {
    const shares = pairs.map((pair) => 1 / (1 + Math.exp(-pair.reduce((sum, i) => sum + (weights[i] ?? 0), 0))))
    const none = shares.reduce((left, share) => left * (1 - share), 1)
    const some = Math.max(LEAST, 1 - none)
    pairs.forEach((pair, i) => {
      const pull = ((isTied ? -none / some : 1) * (shares[i] ?? 0)) / examples.length
      for (const clue of pair) slope[clue] = (slope[clue] ?? 0) + pull
    })
  }
  return slope
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100
