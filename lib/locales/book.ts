import type { Inflect } from '../inflect/index.ts'
import { type Token, vocabularyOf } from '../text/index.ts'
import { type Classes, spellingsOf, termsIn } from './pattern.ts'
import type { Slot, Spelling, Term } from './slot.ts'
import { push, type Standing, Words, type WordsData } from './words.ts'

/** A text as its words were looked up. */
export interface Read {
  /** For each token the words that may stand there. */
  readonly standing: readonly Standing[]
  /** For each list the tokens at which one of its phrases may begin, in reading order. */
  readonly beginnings: ReadonlyMap<object, readonly number[]>
}

/** A book as it is kept in a file. */
export interface BookData extends WordsData {
  /** A number is a slot of that word alone. */
  readonly slots: readonly (number | readonly [words: readonly number[], optional: boolean, gap: number])[]
  /** Term → its spellings, each by the numbers of its slots. */
  readonly terms: Readonly<Record<string, readonly (readonly number[])[]>>
}

const NONE: readonly never[] = []
const NOTHING: Slot = { words: NONE, optional: false, gap: 0 }
const NOWHERE = { words: NONE, opened: NONE }

/**
 * The words and phrases of all lists of one language. A text is looked up in it once, whatever the number of lists and phrases:
 * its places then know which of the words may stand there.
 */
export class Book {
  readonly #classes: Classes
  readonly #words: Words
  readonly #slots = new Map<string, Slot>()
  readonly #terms = new Map<string, Term>()
  readonly #lists = new Map<number, object[]>()
  readonly #read = new WeakMap<readonly Token[], Read & { readonly edition: number }>()
  #edition = 0

  /** `classes`: what `{name}` stands for in phrases; `data`: what was read of the lists before, so that it need not be again. */
  constructor(inflect: Inflect, classes: Classes = {}, data?: BookData) {
    this.#classes = classes
    this.#words = new Words(inflect, data)
    const slots = data?.slots.map(slotOf) ?? NONE
    const terms = data?.terms ?? {}
    for (const text in terms)
      this.#terms.set(text, terms[text]?.map((spelling) => spelling.map((slot) => slots[slot] ?? NOTHING)) ?? NONE)
  }

  /** The number of a word in the notation of `pattern.ts`, below 0 where it is `start*`. */
  numberOf(word: string): number {
    return this.#words.numberOf(word)
  }

  /** The terms of a phrase in the notation of `pattern.ts`. Throws where it names a class that is none. */
  termsOf(phrase: string): Term[] {
    return termsIn(phrase).map((text) => {
      const known = this.#terms.get(text)
      if (known) return known
      const term = spellingsOf(text, this.#classes).map((slots) => slots.map((slot) => this.#slotOf(slot)))
      this.#terms.set(text, term)
      return term
    })
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
    const byForm = forms.map((form) => this.#lookUp(this.#words.withForm(form), beginnings))
    const standing = tokens.map((token, i) => {
      const plain = byForm[ids[i] ?? 0] ?? NOWHERE
      const acronyms = token.capitals > 1 ? this.#words.acronymsAt(token) : NONE
      const { words, opened } = acronyms.length ? this.#lookUp([...acronyms, ...plain.words], beginnings) : plain
      for (const places of opened) places.push(i)
      return words
    })
    const read = { edition, standing, beginnings }
    this.#read.set(tokens, read)
    return read
  }

  /** What a new book that knows the same phrases is made of. */
  toJSON(): BookData {
    const numbers = new Map(
      [...new Set([...this.#terms.values()].flatMap((spellings) => spellings.flat()))].map((slot, i) => [slot, i]),
    )
    const numbered = (spelling: Spelling): number[] => spelling.flatMap((slot) => numbers.get(slot) ?? NONE)
    return {
      ...this.#words.toJSON(),
      slots: [...numbers.keys()].map(dataOf),
      terms: Object.fromEntries([...this.#terms].map(([text, spellings]) => [text, spellings.map(numbered)])),
    }
  }

  /** The same words are the same slot in all phrases. */
  #slotOf({ words, optional, gap }: Slot<string>): Slot {
    const key = `${gap} ${optional} ${words.join('/')}`
    const slot = this.#slots.get(key) ?? {
      words: [...new Set(words.map((word) => this.numberOf(word)))],
      optional,
      gap,
    }
    this.#slots.set(key, slot)
    return slot
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
}

type SlotData = BookData['slots'][number]

function slotOf(data: SlotData): Slot {
  if (typeof data === 'number') return { words: [data], optional: false, gap: 0 }
  const [words, optional, gap] = data
  return { words, optional, gap }
}

function dataOf({ words, optional, gap }: Slot): SlotData {
  const [word, ...others] = words
  return word === undefined || others.length || optional || gap ? [words, optional, gap] : word
}
