import * as z from 'zod'
import data from '../data/confidence.json' with { type: 'json' }
import contact from '../data/first-contact.json' with { type: 'json' }
import type { Found } from '../extract/extractor.ts'

/**
 * How many claims of each rule were right and how many wrong on the project's gold, by the confidence that the rule
 * declares: `{ "funder/cue": { "0.80": [31, 2], "0.92": [57, 1] } }`.
 */
export const Tally = z.record(z.string(), z.record(z.string(), z.tuple([z.int(), z.int()])))
export type Tally = z.infer<typeof Tally>

/**
 * How many claims of each kind of rule were right and how many wrong when the engine met the last sets for the first time
 * (528 documents; docs/decisions/0008): `{ "service": [721, 67] }`. A rule that did otherwise than its kind stands beside it:
 * `{ "service/around": [31, 15] }`. Counted once; a set cannot be met twice.
 */
export const FirstContact = z.record(z.string(), z.tuple([z.int(), z.int()]))
export type FirstContact = z.infer<typeof FirstContact>

/** How sure a mention is, 0–1. */
export type Confidence = (mention: Pick<Found, 'rule' | 'confidence'>) => number

/** As the rule declares it, before anything is measured. */
export const declared: Confidence = ({ confidence }) => confidence

/** The key of a declared confidence in a tally: `0.9` → `0.90`. */
export const stepOf = (confidence: number): string => confidence.toFixed(2)

/** Laplace's rule of succession: `[0, 0]` → 1/2. */
const shareOf = ([right, wrong]: readonly [number, number]): number => (right + 1) / (right + wrong + 2)

const sum = (counts: readonly (readonly [number, number])[]): [number, number] =>
  counts.reduce<[number, number]>(([r, w], [right, wrong]) => [r + right, w + wrong], [0, 0])

/** The kind of a rule: `service` of `service/lexicon`. */
const kindOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))

/**
 * The share of claims like this one that were right: of the rule as a whole, against which the claims of its own step weigh
 * as against two claims, times what it, or else rules of its kind, lost at first contact. The gold has since corrected the rules, so
 * alone it would promise a new document too much. Rounded down to hundredths, so that 0.9 promises no more than nine in
 * ten. What was never judged keeps what its rule declares.
 */
export const calibrated = (tally: Tally, first: FirstContact = {}): Confidence => {
  const losses = new Map(Object.entries(first).map(([of, counts]) => [of, lossOf(tally, of, shareOf(counts))]))
  return ({ rule, confidence }) => {
    const steps = tally[rule]
    const step = steps?.[stepOf(confidence)]
    if (!steps || !step) return confidence
    const share = shareOf(sum(Object.values(steps)))
    const own = (step[0] + 2 * share) / (step[0] + step[1] + 2)
    return Math.floor(own * (losses.get(rule) ?? losses.get(kindOf(rule)) ?? 1) * 100) / 100
  }
}

/** What is left at first contact of the share that gold gives a rule, or rules of a kind, at most all of it. */
function lossOf(tally: Tally, of: string, atFirst: number): number {
  const own = Object.entries(tally).filter(([rule]) => rule === of || kindOf(rule) === of)
  return Math.min(1, atFirst / shareOf(sum(own.flatMap(([, steps]) => Object.values(steps)))))
}

/** Confidence as it was measured; `npm run score` measures it anew. */
export const measured: Confidence = calibrated(Tally.parse(data), FirstContact.parse(contact))
