import { at, type Doc } from '../text/index.ts'
import type { Book } from './book.ts'
import type { Standing } from './words.ts'

/** A preposition before a relative is no longer: "za koje", "dla których". */
export const PREPOSITION = 3

/** Words of a language that tell where one clause ends and another begins. */
export interface Clauses {
  /** They go on about the word before their comma: "koji", "który". */
  readonly relatives: readonly string[]
  /** Is it the form of a verb that says who does something? Without it none is known. */
  isVerb?(form: string): boolean
  /** Verbs that hold together what is given and those it is given to: "dosta*", "jest!". */
  readonly linking?: readonly string[]
}

/** The same as a list looks them up. */
export interface Bounds {
  readonly relatives: ReadonlySet<number>
  readonly linking: ReadonlySet<number>
  isVerb(form: string): boolean
}

/** Enters the words into the book, once for each list and before it reads a text. */
export function boundsIn(book: Book, { relatives, linking = [], isVerb = () => false }: Clauses): Bounds {
  const numbers = (words: readonly string[]) => new Set(words.map((word) => book.numberOf(word)))
  return { relatives: numbers(relatives), linking: numbers(linking), isVerb }
}

/** What a lexicon reads of a document; without sentences it is read as one. */
export type Text = Pick<Doc, 'tokens' | 'blocks'> & Partial<Pick<Doc, 'sentences' | 'text'>>

/** Tokens `[first, last)` of a text in which the words of `standing` may stand. */
interface Stretch {
  readonly doc: Text
  readonly standing: readonly Standing[]
  readonly first: number
  readonly last: number
}

/** Does a comma end a phrase within it, as in "renoviranje kuće, uz podršku"? "Deca, koja žive sama" goes on. */
export function hasComma({ relatives }: Bounds, { doc, standing, first, last }: Stretch): boolean {
  const { tokens, text } = doc
  if (!text?.slice(tokens[first]?.start, tokens[last - 1]?.start).includes(',')) return false
  return tokens.slice(first + 1, last).some(({ start }, i) => {
    // A preposition may stand before the relative, "od kojih"; in "pomoći, nezaposleni koji" a new member does.
    const reach = (tokens[first + 1 + i]?.form.length ?? 0) > PREPOSITION ? 1 : 2
    const opens = standing.slice(first + 1 + i, first + 1 + i + reach).some((words) => has(relatives, words))
    return !opens && text.slice(tokens[first + i]?.end, start).includes(',')
  })
}

/**
 * Does a verb that a phrase does not name part its words, as in "świadczenie refunduje Fundusz" or "do domu wkradają się alkohol i
 * przemoc"? "Rodziny, w których występują" goes on, and so does what is given: "wsparcie otrzymują powodzianie".
 */
export function hasVerb(
  { relatives, linking, isVerb }: Bounds,
  { doc: { tokens }, standing, first, last, named }: Stretch & { readonly named: () => ReadonlySet<number> },
): boolean {
  const at = tokens.slice(first, last).findIndex(({ form }) => isVerb(form))
  if (at < 0) return false
  const own = standing[first + at] ?? []
  const goesOn = standing.slice(first, first + at).some((words) => has(relatives, words))
  return !goesOn && !has(linking, own) && !has(named(), own)
}

const has = (numbers: ReadonlySet<number>, words: Standing): boolean => words.some((word) => numbers.has(word))

/** Do two positions lie in one block and, in a row, in one cell? */
export function together({ blocks }: Pick<Doc, 'blocks'>, a: number, b: number): boolean {
  const block = at(blocks, a)
  return block === at(blocks, b) && (!block?.cells.length || at(block.cells, a) === at(block.cells, b))
}

/** Do two positions lie in one sentence, and in one of the parts that semicolons make of it? */
export const inSentence = ({ sentences = [], text }: Text, a: number, b: number): boolean =>
  at(sentences, a) === at(sentences, b) && !text?.slice(a, b).includes(';')

/** Do two positions lie in one sentence, with no more than commas between them? */
export const inClause = (doc: Text, a: number, b: number): boolean =>
  inSentence(doc, a, b) && !/[:;()•|]/u.test(doc.text?.slice(a, b) ?? '')
