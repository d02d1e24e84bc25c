import * as z from 'zod'
import data from '../data/confidence.json' with { type: 'json' }
import type { Found } from '../extract/extractor.ts'

/**
 * How many claims of each rule were right and how many wrong on the project's gold, by the confidence that the rule
 * declares: `{ "funder/cue": { "0.80": [31, 2], "0.92": [57, 1] } }`.
 */
export const Tally = z.record(z.string(), z.record(z.string(), z.tuple([z.int(), z.int()])))
export type Tally = z.infer<typeof Tally>

/** How sure a mention is, 0–1. */
export type Confidence = (mention: Pick<Found, 'rule' | 'confidence'>) => number

/** As the rule declares it, before anything is measured. */
export const declared: Confidence = ({ confidence }) => confidence

/** The key of a declared confidence in a tally: `0.9` → `0.90`. */
export const stepOf = (confidence: number): string => confidence.toFixed(2)

/**
 * The share of claims like this one that were right. Laplace's rule of succession, `(right + 1) / (all + 2)`, over the
 * rule as a whole; then the claims of the rule's own step weigh against that share as against two claims. Rounded down
 * to hundredths, so that 0.9 promises no more than nine in ten. What was never judged keeps what its rule declares.
 */
export const calibrated =
  (tally: Tally): Confidence =>
  ({ rule, confidence }) => {
    const steps = tally[rule]
    const step = steps?.[stepOf(confidence)]
    if (!steps || !step) return confidence
    const [right, wrong] = Object.values(steps).reduce(([r, w], [right, wrong]) => [r + right, w + wrong], [0, 0])
    const share = (right + 1) / (right + wrong + 2)
    return Math.floor(((step[0] + 2 * share) / (step[0] + step[1] + 2)) * 100) / 100
  }

/** Confidence as it was measured; `npm run score` measures it anew. */
export const measured: Confidence = calibrated(Tally.parse(data))
