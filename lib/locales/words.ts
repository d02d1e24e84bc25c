import { Dictionary, type DictionaryData, Forms, type Inflect } from '../inflect/index.ts'
import { fold, type Token } from '../text/index.ts'

/** Which words of a language's lists may stand at a token, by their numbers. */
export type Standing = readonly number[]

/** The words of a language as they are kept in a file. */
export interface WordsData {
  readonly dictionary: DictionaryData
  readonly acronyms: readonly string[]
  /** Beginnings of words. */
  readonly starts: readonly string[]
}

/** Words no longer than this never inflect: they are prepositions and conjunctions in the lists' languages. */
const SHORT = 2
/** Letters of a beginning by which it is looked up. */
const LOOKED_UP = 3
/** Forms whose words are kept at hand, at most; longer ones are cut out of their text and would keep all of it. */
const KEPT = 50_000
const LONGEST_KEPT = 12
/** Letters of an ending behind an acronym, at most: `MOPSem`, `DPSów`. */
const ENDING = 3
/** A word of the lists that is matched as capitals. */
export const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}+]+$/u
const NONE: readonly never[] = []

/** Is it a word in full, and not only its beginning? */
export const isWhole = (word: number): boolean => word >= 0

/** The words of all lists of one language, each with a number, in the notation of `pattern.ts`: a lemma, `word!`, `ACRONYM`, `start*`. */
export class Words {
  readonly #dictionary: Dictionary
  readonly #starts = new Map<string, number>()
  /** Beginnings by their first letters. */
  readonly #starting = new Map<string, { readonly start: string; readonly word: number }[]>()
  /** Acronyms by their folded form. */
  readonly #acronyms = new Map<string, number[]>()
  readonly #kept = new Map<string, Standing>()

  /** With the words of `data`, whose forms are known. */
  constructor(inflect: Inflect, data?: WordsData) {
    this.#dictionary = new Dictionary((word) => formsOf(word, inflect), data?.dictionary)
    for (const word of data?.starts ?? NONE) this.#enterStart(word)
    for (const word of data?.acronyms ?? NONE) this.#enterAcronym(word)
  }

  /** The number of a word, below 0 where it is `start*`. */
  numberOf(word: string): number {
    if (word.endsWith('*')) return this.#starts.get(word) ?? this.#enterStart(word)
    const { size } = this.#dictionary
    const number = this.#dictionary.numberOf(word)
    if (this.#dictionary.size === size) return number
    this.#kept.clear()
    return ACRONYM.test(word) ? this.#enterAcronym(word) : number
  }

  /** The words of a folded form, acronyms aside. */
  withForm(form: string): Standing {
    const known = this.#kept.get(form)
    if (known) return known
    const words = this.#lookUp(form)
    if (this.#kept.size >= KEPT) this.#kept.clear()
    if (form.length <= LONGEST_KEPT) this.#kept.set(form, words)
    return words
  }

  /** The acronyms that a token may be, with or without an ending. */
  acronymsAt({ form, acronym, capital, capitals }: Token): Standing {
    if (!capital) return NONE
    if (acronym) return this.#acronyms.get(form) ?? NONE
    const found: number[] = []
    for (let n = Math.max(2, form.length - ENDING); n <= Math.min(form.length, capitals); n++)
      found.push(...(this.#acronyms.get(form.slice(0, n)) ?? NONE))
    return found
  }

  /** What a new one with the same words is made of. */
  toJSON(): WordsData {
    const dictionary = this.#dictionary.toJSON()
    return {
      dictionary,
      acronyms: dictionary.words.filter((word) => ACRONYM.test(word)),
      starts: [...this.#starts.keys()],
    }
  }

  #enterStart(word: string): number {
    const number = -1 - this.#starts.size
    this.#starts.set(word, number)
    for (const start of variants(word.slice(0, -1)))
      push(this.#starting, start.slice(0, LOOKED_UP), { start, word: number })
    this.#kept.clear()
    return number
  }

  #enterAcronym(word: string): number {
    const number = this.#dictionary.numberOf(word)
    push(this.#acronyms, fold(word), number)
    return number
  }

  #lookUp(form: string): Standing {
    const whole = this.#dictionary.get(form)
    const started: number[] = []
    for (let n = 1; n <= LOOKED_UP; n++)
      for (const { start, word } of this.#starting.get(form.slice(0, n)) ?? NONE)
        if (form.startsWith(start)) started.push(word)
    return started.length ? [...whole, ...started] : whole
  }
}

/** The forms of a word by which a text has it; an acronym is told by its capitals instead. */
function formsOf(word: string, inflect: Inflect): Forms {
  if (ACRONYM.test(word)) return new Forms()
  if (word.endsWith('!')) return new Forms(variants(word.slice(0, -1)))
  const forms = new Forms(variants(word))
  if (word.length <= SHORT || word.includes('+')) return forms
  forms.include(inflect(word))
  if (/đ/iu.test(word)) forms.include(inflect(word.replace(/đ/giu, 'd')))
  return forms
}

/** A word with đ is also typed with a bare d. */
function variants(word: string): string[] {
  const form = fold(word)
  return /đ/iu.test(word) ? [form, fold(word.replace(/đ/giu, 'd'))] : [form]
}

/** Adds a value to those of a key. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
