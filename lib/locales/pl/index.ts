import data from '../../data/pl.json' with { type: 'json' }
import { conjugatePolish, inflectPolish, isPolishVerb, polishEnding } from '../../inflect/index.ts'
import type { Lists, Locale } from '../locale.ts'

const lists = data as Lists

/** Polish. */
export const pl: Locale = {
  language: 'pl',
  countries: ['PL'],
  inflect: inflectPolish,
  conjugate: conjugatePolish,
  isVerb: isPolishVerb,
  adjectiveEnding: polishEnding,
  lists,
  abbreviations: new Set(lists['abbreviations'] as string[]),
}
