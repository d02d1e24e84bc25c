import * as z from 'zod'
import data from '../data/ties.json' with { type: 'json' }

/** What each clue adds to the logarithm of the odds that a service is for a group; `BIAS` is there before any clue. */
export const Weights = z.record(z.string(), z.number())
export type Weights = z.infer<typeof Weights>

/** The name of the weight that every candidate has. */
export const BIAS = 'any'

/** The weights as fitted on the project's gold; `npm run score` fits them anew. */
export const fitted: Weights = Weights.parse(data)

/** Logarithm of the odds that clues speak for a tie. A clue that no gold document had weighs nothing. */
export const oddsOf = (clues: readonly string[], weights: Weights): number =>
  clues.reduce((sum, clue) => sum + (weights[clue] ?? 0), weights[BIAS] ?? 0)
