import data from '../../data/sr.json' with { type: 'json' }
import { conjugateSerbian, inflectSerbian, isSerbianVerb, serbianEnding } from '../../inflect/index.ts'
import type { Lists, Locale } from '../locale.ts'

const lists = data as Lists

/** Serbian. */
export const sr: Locale = {
  language: 'sr',
  countries: ['RS'],
  inflect: inflectSerbian,
  conjugate: conjugateSerbian,
  isVerb: isSerbianVerb,
  adjectiveEnding: serbianEnding,
  lists,
  abbreviations: new Set(lists['abbreviations'] as string[]),
}
