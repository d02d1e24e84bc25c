import type { Standing } from './book.ts'

/** One place of a phrase: the words that may stand there, by their numbers in the book of their language. */
export interface Slot {
  readonly words: ReadonlySet<number>
  readonly optional: boolean
  /** Up to so many arbitrary tokens may stand here instead of words; 0 where none may. */
  readonly gap: number
}

/** Can a token at which these words may stand take the place? */
export function accepts({ words }: Slot, standing: Standing): boolean {
  for (const word of standing) if (words.has(word)) return true
  return false
}
