import data from '../../data/pl.json' with { type: 'json' }
import { inflectPolish } from '../../inflect/index.ts'
import { Book } from '../book.ts'
import type { Lists, Locale } from '../locale.ts'

const lists = data as Lists

/** Polish. */
export const pl: Locale = {
  language: 'pl',
  countries: ['PL'],
  inflect: inflectPolish,
  book: new Book(inflectPolish),
  lists,
  abbreviations: new Set(lists['abbreviations'] as string[]),
}
