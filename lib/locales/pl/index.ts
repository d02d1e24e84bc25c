import lists from '../../data/pl.json' with { type: 'json' }
import { inflectPolish } from '../../inflect/index.ts'
import type { Lists, Locale } from '../locale.ts'

/** Polish. */
export const pl: Locale = {
  language: 'pl',
  countries: ['PL'],
  inflect: inflectPolish,
  lists: lists as Lists,
  get abbreviations() {
    return new Set(this.lists['abbreviations'] as string[])
  },
}
