import * as z from 'zod'
import { KINDS, type Kind } from '../contract/index.ts'
import data from '../data/kind-signs.json' with { type: 'json' }
import type { Found } from '../extract/extractor.ts'
import type { Locale } from '../locales/index.ts'
import type { Doc } from '../text/index.ts'
import { type Signs, signsOf } from './signs.ts'

/** What each sign adds to the odds of each kind; `BIAS` is there before any sign. */
export const KindWeights = z.record(z.enum(KINDS), z.record(z.string(), z.number()))
export type KindWeights = z.infer<typeof KindWeights>

/** The name of the weight that every text has. */
export const BIAS = 'any'

/** The weights as fitted on the project's gold; `npm run score` fits them anew. */
export const fittedKinds: KindWeights = KindWeights.parse(data)

/**
 * Is a text a strategy (plan, programme, or the decision that adopts one), news about something, or neither? Its signs are
 * weighed by what they meant on gold.
 */
export const kindOf = (doc: Doc, locale: Locale, found: readonly Found[], weights = fittedKinds): Kind =>
  likeliest(signsOf(doc, locale, found), weights)

/** The kind that signs speak for most. */
function likeliest(signs: Signs, weights: KindWeights): Kind {
  const all = Object.entries({ [BIAS]: 1, ...signs })
  const odds = (kind: Kind) => all.reduce((sum, [sign, value]) => sum + value * (weights[kind][sign] ?? 0), 0)
  return KINDS.reduce((best, kind) => (odds(kind) > odds(best) ? kind : best))
}

export { signsOf }
