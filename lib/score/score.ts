import type { AnalysisRecord } from '../contract/index.ts'
import { type Gold, RATES, type RateDimension, SETS, type SetDimension } from './gold.ts'
import { matchRates, matchSets } from './match.ts'

/** Precision, recall and their harmonic mean, with the counts they come from. */
export interface Measure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly right: number
  readonly spurious: number
  readonly missed: number
}

export interface Score {
  readonly documents: number
  readonly sets: Readonly<Record<SetDimension, Measure>>
  /** Shares of right answers, 0–1; 1 where there was nothing to answer. */
  readonly rates: Readonly<Record<RateDimension, number>>
  /** `document dimension -missed` and `document dimension +spurious`, in document order. */
  readonly errors: readonly string[]
}

/** Scores records against gold, document by document, and adds up. `parents`: funder id → ids above it. */
export function score(
  pairs: readonly { gold: Gold; record: AnalysisRecord }[],
  parents: (id: string) => readonly string[],
): Score {
  const errors: string[] = []
  const sets = mapped(SETS, (dimension) => {
    const outcomes = pairs.map(({ gold, record }) => {
      const outcome = matchSets(gold, record, { dimension, parents })
      errors.push(...outcome.missed.map((item) => `${gold.document} ${dimension} -${item}`))
      errors.push(...outcome.spurious.map((item) => `${gold.document} ${dimension} +${item}`))
      return outcome
    })
    const sum = (part: 'matched' | 'missed' | 'spurious') =>
      outcomes.reduce((n, outcome) => n + outcome[part].length, 0)
    return measure(sum('matched'), sum('spurious'), sum('missed'))
  })
  const answers = pairs.map(({ gold, record }) => matchRates(gold, record))
  const rates = mapped(RATES, (dimension) => {
    const of = answers.reduce((n, answer) => n + answer[dimension][1], 0)
    return of ? answers.reduce((n, answer) => n + answer[dimension][0], 0) / of : 1
  })
  return { documents: pairs.length, sets, rates, errors: errors.sort() }
}

function measure(right: number, spurious: number, missed: number): Measure {
  const precision = right + spurious ? right / (right + spurious) : 1
  const recall = right + missed ? right / (right + missed) : 1
  return {
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    right,
    spurious,
    missed,
  }
}

const mapped = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
