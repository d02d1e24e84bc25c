import type { Standing } from './words.ts'

/** One place of a phrase: the words that may stand there, as they are written or by their numbers in the book of their language. */
export interface Slot<Word = number> {
  readonly words: readonly Word[]
  readonly optional: boolean
  /** Up to so many arbitrary tokens may stand here instead of words; 0 where none may. */
  readonly gap: number
}

/** One way to word a phrase or a term of it, place by place. */
export type Spelling = readonly Slot[]

/** A part of phrases, the same one in all that have it: its spellings. */
export type Term = readonly Spelling[]

/** Can a token at which these words may stand take the place? */
export const accepts = ({ words }: Slot, standing: Standing): boolean => standing.some((word) => words.includes(word))

/** The slots a match can begin with: the first, and what stands behind leading optional ones. */
export function openingsOf(spelling: Spelling): Spelling {
  const end = spelling.findIndex((slot) => !slot.optional)
  return spelling.slice(0, end + 1)
}
