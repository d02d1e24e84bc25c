import { once } from '../text/index.ts'
import { ACRONYM, type Book } from './book.ts'
import type { Slot } from './slot.ts'

/** What stands for words that nobody names → how many of them there may be. */
const GAPS: Readonly<Record<string, number>> = { '..': 2, '...': 4 }

/**
 * Compiles a phrase of a word list into its slots. The same word is the same slot in all phrases of a language. The notation:
 *
 *     dnevni boravak      every word in all its inflected forms; words of up to two letters only as they stand
 *     pomoć u kući!       `!`: the word, or all its alternatives, only in this very form
 *     za mlade!/omladina  `!` before a `/`: only this alternative in this very form
 *     osamostalj*         `*`: any word that starts so
 *     dom/centar za stare `/`: either word
 *     [lokalna] uprava    `[]`: may be missing
 *     tim .. nasilja      `..`: up to two words between; `...`: up to four
 *     DPS                 capitals only: matched as capitals, with or without an ending (`DPS-u`, `DPSów`)
 *
 * `readings.ts` and `loose.ts` add to it: `{stari}` for a class of words, `a & b` for both in one clause in either order, `a | b` for either.
 */
export function compile(source: string, book: Book): readonly Slot[] {
  const known = compiledIn(book)
  return source
    .trim()
    .split(/\s+/u)
    .flatMap((word) => slotsOf(word, book, known))
}

/** Words compiled so far, per language: most phrases are made of the same few. */
const compiledIn = once<Book, Map<string, readonly Slot[]>>(() => new Map())

function slotsOf(word: string, book: Book, known: Map<string, readonly Slot[]>): readonly Slot[] {
  const slots = known.get(word) ?? parse(word, book, known)
  known.set(word, slots)
  return slots
}

function parse(word: string, book: Book, known: Map<string, readonly Slot[]>): readonly Slot[] {
  const gap = GAPS[word]
  if (gap) return [{ gap, optional: false, words: new Set() }]
  const optional = word.startsWith('[')
  const bare = word.replace(/^\[|\]$/gu, '')
  const pinned = bare.endsWith('!')
  const choices = bare.replace(/!$/u, '').split('/')
  const parts = choices.length === 1 ? bare.replace(/!$/u, '').split('-').filter(Boolean) : []
  if (parts.length > 1)
    return parts.flatMap((part) => slotsOf(optional ? `[${part}]` : `${part}${pinned ? '!' : ''}`, book, known))
  return [{ gap: 0, optional, words: new Set(choices.map((choice) => book.numberOf(pinned ? pin(choice) : choice))) }]
}

/** Acronyms and beginnings have one form anyway. */
const pin = (choice: string): string => (/[!*]$/u.test(choice) || ACRONYM.test(choice) ? choice : `${choice}!`)
