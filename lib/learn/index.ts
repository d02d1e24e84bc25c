/** How fast weights move, and how the means of the slope and of its square fade. */
const RATE = 0.05
const MEAN = 0.9
const SQUARE = 0.99
const TINY = 1e-8

/** The slope of a loss at each weight. */
export type Slope = (weights: Float64Array) => Float64Array

/**
 * The weights at which a convex loss is least, from zero by steps of Adam (D. Kingma and J. Ba, Adam: A Method for
 * Stochastic Optimization, 2015). The same slope gives the same weights. At build time only.
 *
 *     descend(1, ([w = 0]) => Float64Array.of(2 * (w - 3)), 500)   // about [3]
 */
export function descend(size: number, slopeAt: Slope, steps: number): Float64Array {
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    const slope = slopeAt(weights)
    for (let i = 0; i < size; i++) {
      const each = slope[i] ?? 0
      mean[i] = MEAN * (mean[i] ?? 0) + (1 - MEAN) * each
      square[i] = SQUARE * (square[i] ?? 0) + (1 - SQUARE) * each * each
      const [m, s] = [(mean[i] ?? 0) / (1 - MEAN ** step), (square[i] ?? 0) / (1 - SQUARE ** step)]
      weights[i] = (weights[i] ?? 0) - (RATE * m) / (Math.sqrt(s) + TINY)
    }
  }
  return weights
}

/** Two decimals: the same on every machine, whatever the last bit of its logarithm. */
export const rounded = (weight: number): number => Math.round(weight * 100) / 100

/** Logarithm of odds → probability. */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))
