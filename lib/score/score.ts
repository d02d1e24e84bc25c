import {
  type AnalysisRecord,
  type Measure,
  type QualitySlice,
  RATES,
  type RateDimension,
  SETS,
} from '../contract/index.ts'
import type { Parents } from './claims.ts'
import type { Gold } from './gold.ts'
import { matchRates, matchSets } from './match.ts'

/** A document as the annotator and as the engine read it; the record with its text. */
export interface Pair {
  readonly gold: Gold
  readonly record: AnalysisRecord
}

export interface Score extends QualitySlice {
  /** `document dimension -missed` and `document dimension +spurious`, in document order. */
  readonly errors: readonly string[]
}

/** Scores records against gold, document by document, and adds up. */
export function score(pairs: readonly Pair[], parents: Parents): Score {
  const errors: string[] = []
  const sets = mapped(SETS, (dimension) => {
    const outcomes = pairs.map(({ gold, record }) => {
      const outcome = matchSets(gold, record, { dimension, parents })
      errors.push(...outcome.missed.map((item) => `${gold.document} ${dimension} -${item}`))
      errors.push(...outcome.wrong.map(({ name }) => `${gold.document} ${dimension} +${name}`))
      return outcome
    })
    const sum = (part: 'matched' | 'missed' | 'wrong') => outcomes.reduce((n, outcome) => n + outcome[part].length, 0)
    return measure(sum('matched'), sum('wrong'), sum('missed'))
  })
  return { documents: pairs.length, sets, rates: ratesOf(pairs), errors: errors.sort() }
}

function ratesOf(pairs: readonly Pair[]): Record<RateDimension, number> {
  const answers = pairs.map(({ gold, record }) => matchRates(gold, record))
  return mapped(RATES, (dimension) => {
    const of = answers.reduce((n, answer) => n + answer[dimension][1], 0)
    return of ? round(answers.reduce((n, answer) => n + answer[dimension][0], 0) / of) : 1
  })
}

/** Precision, recall and F1 of counts; 1 where there was nothing to claim or to find. */
export function measure(right: number, spurious: number, missed: number): Measure {
  const precision = right + spurious ? right / (right + spurious) : 1
  const recall = right + missed ? right / (right + missed) : 1
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  return { precision: round(precision), recall: round(recall), f1: round(f1), right, spurious, missed }
}

/** Four decimals: a hundredth of a point. */
export const round = (share: number): number => Math.round(share * 10_000) / 10_000

/** An object with a value for each key, in their order. */
export const mapped = <Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
