import { Dictionary, Forms, type Inflect } from '../inflect/index.ts'
import { fold, type Token, vocabularyOf } from '../text/index.ts'

/** Which words of a language's lists may stand at a token, by their numbers. */
export type Standing = readonly number[]

/** A text as its words were looked up. */
export interface Read {
  /** For each token the words that may stand there. */
  readonly standing: readonly Standing[]
  /** For each list the tokens at which one of its phrases may begin, in reading order. */
  readonly beginnings: ReadonlyMap<object, readonly number[]>
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
const NOWHERE = { words: NONE, opened: NONE }

/** Is it a word in full, and not only its beginning? */
export const isWhole = (word: number): boolean => word >= 0

/**
 * The words of all lists of one language, each with a number. A text is looked up in it once, whatever the number of lists and
 * phrases: its places then know which of the words may stand there.
 */
export class Book {
  readonly #inflect: Inflect
  readonly #numbers = new Map<string, number>()
  readonly #words = new Dictionary<number>()
  readonly #starts = new Map<string, { readonly start: string; readonly word: number }[]>()
  readonly #acronyms = new Map<string, number[]>()
  readonly #kept = new Map<string, Standing>()
  readonly #lists = new Map<number, object[]>()
  readonly #read = new WeakMap<readonly Token[], Read & { readonly edition: number }>()
  #edition = 0

  constructor(inflect: Inflect) {
    this.#inflect = inflect
  }

  /** The number of a word in the notation of `pattern.ts`: a lemma, `word!`, `ACRONYM`, below 0 where it is `start*`. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = word.endsWith('*') ? -1 - this.#numbers.size : this.#numbers.size
    this.#numbers.set(word, number)
    this.#kept.clear()
    this.#write(word, number)
    return number
  }

  /** Takes a list in, whose phrases begin with these words. */
  enter(list: object, openings: Iterable<number>): void {
    for (const word of openings) push(this.#lists, word, list)
    this.#edition++
  }

  /** Looks a text up, once as long as no lists are added. */
  read(tokens: readonly Token[]): Read {
    const edition = this.#edition
    const known = this.#read.get(tokens)
    if (known?.edition === edition) return known
    const { forms, ids } = vocabularyOf(tokens)
    const beginnings = new Map<object, number[]>()
    const byForm = forms.map((form) => this.#lookUp(this.#standing(form), beginnings))
    const standing = tokens.map((token, i) => {
      const plain = byForm[ids[i] ?? 0] ?? NOWHERE
      const acronyms = token.capitals > 1 ? this.#acronymsAt(token) : NONE
      const { words, opened } = acronyms.length ? this.#lookUp([...acronyms, ...plain.words], beginnings) : plain
      for (const places of opened) places.push(i)
      return words
    })
    const read = { edition, standing, beginnings }
    this.#read.set(tokens, read)
    return read
  }

  /** Words of a place, and for each list that they open the places where it opens. */
  #lookUp(words: Standing, beginnings: Map<object, number[]>): { words: Standing; opened: Iterable<number[]> } {
    const opened = new Set<number[]>()
    for (const word of words)
      for (const list of this.#lists.get(word) ?? NONE) {
        const places = beginnings.get(list) ?? []
        beginnings.set(list, places)
        opened.add(places)
      }
    return { words, opened: [...opened] }
  }

  #write(word: string, number: number): void {
    if (ACRONYM.test(word)) push(this.#acronyms, fold(word), number)
    else if (word.endsWith('*'))
      for (const start of variants(word.slice(0, -1)))
        push(this.#starts, start.slice(0, LOOKED_UP), { start, word: number })
    else this.#words.add(formsOf(word, this.#inflect), number)
  }

  #standing(form: string): Standing {
    const known = this.#kept.get(form)
    if (known) return known
    const words = this.#wordsOf(form)
    if (this.#kept.size >= KEPT) this.#kept.clear()
    if (form.length <= LONGEST_KEPT) this.#kept.set(form, words)
    return words
  }

  #wordsOf(form: string): Standing {
    const whole = this.#words.get(form)
    const started: number[] = []
    for (let n = 1; n <= LOOKED_UP; n++)
      for (const { start, word } of this.#starts.get(form.slice(0, n)) ?? NONE)
        if (form.startsWith(start)) started.push(word)
    return started.length ? [...whole, ...started] : whole
  }

  #acronymsAt({ form, acronym, capital, capitals }: Token): readonly number[] {
    if (!capital) return NONE
    if (acronym) return this.#acronyms.get(form) ?? NONE
    const found: number[] = []
    for (let n = Math.max(2, form.length - ENDING); n <= Math.min(form.length, capitals); n++)
      found.push(...(this.#acronyms.get(form.slice(0, n)) ?? NONE))
    return found
  }
}

function formsOf(word: string, inflect: Inflect): Forms {
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
