import Bayes from 'natural/lib/natural/classifiers/bayes_classifier.js'
import * as z from 'zod'
import { KINDS } from '../contract/index.ts'
import { foldText, tokenize } from '../text/index.ts'
import { fitCurve, type Judged } from './curve.ts'
import { featuresOf } from './features.ts'
import { Model, oddsOf } from './model.ts'

/** Training passages of one language: the shape of `fixtures/training/<language>.yml`. */
export const Passages = z.array(
  z.strictObject({ about: z.enum(['social', 'other']), kind: z.enum(KINDS), text: z.string() }),
)
export type Passage = z.infer<typeof Passages>[number]

/** A passage as a classifier sees it, with the right answer. */
export interface Example {
  readonly features: readonly string[]
  readonly yes: boolean
}

/** Parts of the cross-validation that the curve is fitted on. */
const FOLDS = 5
/** What a word counts that one side never shows. Between 0.05 and 1 it hardly matters to the order of passages. */
const SMOOTHING = 0.5

/** The classifier of one language. At build time only; the same passages give the same classifier. */
export const train = (passages: readonly Passage[], language: string): Model =>
  modelOf(passages.map((passage) => exampleOf(passage, language)))

/** A passage as an example of what is about social policy, or is not. */
export const exampleOf = ({ about, text }: Passage, language: string): Example => ({
  features: featuresOf(tokenize(text, foldText(text)), language),
  yes: about === 'social',
})

/** A classifier trained on all examples, with the curve fitted on the odds of examples held out. */
export function modelOf(examples: readonly Example[]): Model {
  const { features, classifier } = bayesOf(examples)
  return Model.parse({ ...fitCurve(heldOut(examples)), features, classifier: { ...classifier } })
}

/** The odds that each example gets from a classifier trained without its fifth of the examples. */
function heldOut(examples: readonly Example[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const bayes = bayesOf(examples.filter((_, i) => i % FOLDS !== fold))
    return examples
      .filter((_, i) => i % FOLDS === fold)
      .map(({ features, yes }) => ({ odds: oddsOf(bayes, features), yes }))
  }).flat()
}

function bayesOf(examples: readonly Example[]): Bayes {
  const bayes = new Bayes(undefined, SMOOTHING)
  for (const { features, yes } of examples) bayes.addDocument(features, yes ? 'yes' : 'no')
  bayes.train()
  return bayes
}
