import lists from '../../data/sr.json' with { type: 'json' }
import { inflectSerbian } from '../../inflect/index.ts'
import type { Lists, Locale } from '../locale.ts'

/** Serbian. */
export const sr: Locale = {
  language: 'sr',
  countries: ['RS'],
  inflect: inflectSerbian,
  lists: lists as Lists,
  get abbreviations() {
    return new Set(this.lists['abbreviations'] as string[])
  },
}
