import Bayes from 'natural/lib/natural/classifiers/bayes_classifier.js'
import * as z from 'zod'
import { logistic } from '../learn/index.ts'

const Counts = z.record(z.string(), z.number())

/** A trained classifier as `natural` saves it, without its examples, and the curve from its odds to a probability. */
export const Model = z.object({
  slope: z.number(),
  intercept: z.number(),
  features: Counts,
  classifier: z.object({
    classFeatures: z.object({ yes: Counts, no: Counts }),
    classTotals: z.object({ yes: z.number(), no: z.number() }),
    totalExamples: z.number(),
    smoothing: z.number(),
  }),
})
export type Model = z.infer<typeof Model>

/** Probability (0–1) that a passage of these features is about social policy. */
export type Opinion = (features: readonly string[]) => number

/** The opinion that a trained model holds. */
export function opinionIn({ slope, intercept, ...saved }: Model): Opinion {
  const bayes = Bayes.restore({ ...saved, docs: [] })
  return (features) => logistic(slope * oddsOf(bayes, features) + intercept)
}

/** Features of a passage at most: `natural` multiplies their probabilities, and those of more would come out as zero. */
const MOST = 120

/**
 * Logarithm of the odds for "yes" that a classifier gives a passage. The classifier is handed its own features with those of
 * the passage marked: it would itself look through the passage for each of them.
 */
export function oddsOf(bayes: Bayes, features: readonly string[]): number {
  const own = new Set(features.slice(0, MOST))
  const marked = Object.keys(bayes.features).map((feature) => Number(own.has(feature)))
  const values = new Map(bayes.classifier.getClassifications(marked).map(({ label, value }) => [label, value]))
  return Math.log((values.get('yes') ?? 1) / (values.get('no') ?? 1))
}
