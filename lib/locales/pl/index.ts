import data from '../../data/pl.json' with { type: 'json' }
import book from '../../data/pl-book.json' with { type: 'json' }
import openings from '../../data/pl-openings.json' with { type: 'json' }
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
  written: { book, openings } as unknown as Required<Locale>['written'],
  lists,
  abbreviations: new Set(lists['abbreviations'] as string[]),
}
