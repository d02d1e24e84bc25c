import * as z from 'zod'

/** Dimensions scored as sets of claims: precision, recall and F1. `periodSpans` are periods without their roles. */
export const SETS = [
  'subjects',
  'targetGroups',
  'services',
  'serviceLinks',
  'periods',
  'periodSpans',
  'funding',
] as const
export type SetDimension = (typeof SETS)[number]

/** Dimensions scored as a share of right answers. */
export const RATES = ['language', 'kind', 'evidence', 'offsets'] as const
export type RateDimension = (typeof RATES)[number]

/** Dimensions whose claims carry a confidence that is measured. */
export const CALIBRATED = ['subjects', 'targetGroups', 'services', 'periods', 'funding'] as const
export type Calibrated = (typeof CALIBRATED)[number]

/** Other ways to find services and target groups, measured on the same gold. */
export const BASELINES = ['lemma', 'snowball', 'prefix'] as const
export type Baseline = (typeof BASELINES)[number]

const share = z.number().min(0).max(1)
const count = z.int().nonnegative()

/** Precision, recall and their harmonic mean, with the counts they come from. */
export const Measure = z
  .object({ precision: share, recall: share, f1: share, right: count, spurious: count, missed: count })
  .meta({ id: 'Measure' })

/** How some of the gold documents came out. */
export const QualitySlice = z
  .object({
    documents: count,
    sets: z.object(each(SETS, Measure)),
    rates: z.object(each(RATES, share)).describe('Shares of right answers; 1 where there was nothing to answer'),
  })
  .meta({ id: 'QualitySlice' })

/** Claims whose confidence lies in `[from, to)`, how many of them are right, and what their confidence said. */
export const CalibrationBin = z
  .object({ from: share, to: share, claims: count, right: count, mean: share })
  .meta({ id: 'CalibrationBin' })

/** What gold says → what the engine says → documents: `{ news: { news: 24, strategy: 1 } }`. */
const Confusion = z.record(z.string(), z.record(z.string(), count))

/** Words that came out of a document of a known text: `sr-Cyrl` as `pdf`. */
export const ReadingMeasure = z
  .object({ document: z.string(), format: z.string(), words: count, recall: share, precision: share })
  .meta({ id: 'ReadingMeasure' })

/** `GET /v1/quality`: what the engine gets right and wrong on the project's own gold documents. */
export const Quality = z
  .object({
    all: QualitySlice,
    languages: z.record(z.string(), QualitySlice).describe('By language and script: sr-Cyrl'),
    kinds: z.record(z.string(), QualitySlice),
    confusion: z.object({ kind: Confusion, language: Confusion }),
    calibration: z.object(each(CALIBRATED, z.array(CalibrationBin))),
    baselines: z.object(each(BASELINES, z.object({ services: Measure, targetGroups: Measure }))),
    reading: z.array(ReadingMeasure).default([]).describe('Words of documents read, by language and format'),
  })
  .meta({ id: 'Quality' })

function each<Name extends string, Schema extends z.ZodType>(
  names: readonly Name[],
  schema: Schema,
): Record<Name, Schema> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>
}

export type Measure = z.infer<typeof Measure>
export type QualitySlice = z.infer<typeof QualitySlice>
export type ReadingMeasure = z.infer<typeof ReadingMeasure>
export type CalibrationBin = z.infer<typeof CalibrationBin>
export type Quality = z.infer<typeof Quality>
