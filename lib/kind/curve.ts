import { logistic } from '../learn/index.ts'

/** Odds that a classifier gave an example it had not seen, and the right answer. */
export interface Judged {
  readonly odds: number
  readonly yes: boolean
}

/** Steps of Newton's method; it has settled after about ten. */
const STEPS = 50
/** Keeps the first step small where the odds say next to nothing. */
const RIDGE = 1e-3

/**
 * The logistic curve that turns a classifier's odds into a probability. Naive Bayes counts words that come together as
 * independent, so its odds are far too sure, and they lean to the side whose passages are more alike. After J. Platt,
 * Probabilistic Outputs for Support Vector Machines (1999), with his targets, that never ask for certainty.
 */
export function fitCurve(judged: readonly Judged[]): { slope: number; intercept: number } {
  const yes = judged.filter((each) => each.yes).length
  const targets = { yes: (yes + 1) / (yes + 2), no: 1 / (judged.length - yes + 2) }
  let curve = { slope: 0, intercept: 0 }
  for (let i = 0; i < STEPS; i++) curve = step(curve, judged, targets)
  return { slope: rounded(curve.slope), intercept: rounded(curve.intercept) }
}

type Curve = ReturnType<typeof fitCurve>

/** One step of Newton's method on the cross-entropy. */
function step({ slope, intercept }: Curve, judged: readonly Judged[], targets: { yes: number; no: number }): Curve {
  const sum = { a: 0, b: 0, aa: RIDGE, ab: 0, bb: RIDGE }
  for (const { odds, yes } of judged) {
    const p = logistic(slope * odds + intercept)
    const error = p - (yes ? targets.yes : targets.no)
    const weight = p * (1 - p)
    sum.a += error * odds
    sum.b += error
    sum.aa += weight * odds * odds
    sum.ab += weight * odds
    sum.bb += weight
  }
  const determinant = sum.aa * sum.bb - sum.ab * sum.ab
  return {
    slope: slope - (sum.bb * sum.a - sum.ab * sum.b) / determinant,
    intercept: intercept - (sum.aa * sum.b - sum.ab * sum.a) / determinant,
  }
}

/** Four decimals: the same on every machine, whatever the last bit of its logarithm. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
