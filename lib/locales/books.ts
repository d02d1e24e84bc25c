import { Book } from './book.ts'
import { listIn } from './list.ts'
import { Classes } from './pattern.ts'
import { perLocale } from './per-locale.ts'

/** The book of a language, which all its lists are read into. */
export const bookOf = perLocale(
  (locale) => new Book(locale.inflect, listIn(locale, 'classes', Classes), locale.written?.book),
)
