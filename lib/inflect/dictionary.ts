import type { Endings, Inflect } from './slavic.ts'

/** A dictionary as it is kept in a file. */
export interface DictionaryData {
  /** Words, each at the place of its number. */
  readonly words: readonly string[]
  /** What stems end in, a list for each paradigm. */
  readonly endings: readonly (readonly string[])[]
  /** Stems, a line each: `kuc`. */
  readonly stems: string
  /** For each stem paradigm and word, by their numbers, of each word that has it, a line each: `12 7 3 7`. */
  readonly pairs: string
  /** Form → words whose form it is not though their paradigm has it. */
  readonly removed: readonly (readonly [form: string, words: readonly number[]])[]
}

const NONE: readonly never[] = []
const EMPTY: DictionaryData = { words: [], endings: [], stems: '', pairs: '', removed: [] }

/** Words, each with a number, found by any of their forms. It keeps stems: some 30 forms a word are told apart when a text has them. */
export class Dictionary {
  readonly #inflect: Inflect
  readonly #numbers: Map<string, number>
  readonly #endings: Endings[]
  /** Paradigms and words of stems; as they are kept in a file, until a text has the stem. */
  readonly #stems: Map<string, string | readonly number[]>
  readonly #removed: Map<string, readonly number[]>
  readonly #paradigms = new Map<Endings, number>()
  #longestEnding: number

  /** With the words of `data`, whose forms are known. */
  constructor(inflect: Inflect, { words, endings, stems, pairs, removed }: DictionaryData = EMPTY) {
    this.#inflect = inflect
    this.#numbers = new Map(words.map((word, number) => [word, number]))
    this.#endings = endings.map((each) => new Set(each))
    const paired = pairs.split('\n')
    this.#stems = new Map(stems ? stems.split('\n').map((stem, i) => [stem, paired[i] ?? '']) : NONE)
    this.#removed = new Map(removed)
    this.#longestEnding = Math.max(0, ...endings.flat().map(({ length }) => length))
  }

  /** How many words it has. */
  get size(): number {
    return this.#numbers.size
  }

  /** The number of a word, which is inflected when it is asked for first. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(word, number)
    const forms = this.#inflect(word)
    for (const [stem, endings] of forms.stems)
      this.#stems.set(stem, [...(this.#pairsOf(stem) ?? NONE), this.#paradigmOf(endings), number])
    for (const form of forms.removed) this.#removed.set(form, [...(this.#removed.get(form) ?? NONE), number])
    return number
  }

  /** The words with this folded form, each once. */
  get(form: string): number[] {
    const found: number[] = []
    for (let end = form.length; end >= Math.max(0, form.length - this.#longestEnding); end--) {
      const pairs = this.#pairsOf(form.slice(0, end))
      if (!pairs) continue
      const ending = form.slice(end)
      for (let i = 0; i < pairs.length; i += 2) {
        const word = pairs[i + 1] ?? 0
        if (this.#endings[pairs[i] ?? 0]?.has(ending) && !found.includes(word)) found.push(word)
      }
    }
    const removed = this.#removed.get(form)
    return removed ? found.filter((word) => !removed.includes(word)) : found
  }

  /** What a new dictionary of the same words is made of. */
  toJSON(): DictionaryData {
    return {
      words: [...this.#numbers.keys()],
      endings: this.#endings.map((each) => [...each]),
      stems: [...this.#stems.keys()].join('\n'),
      pairs: [...this.#stems.values()].map((pairs) => (typeof pairs === 'string' ? pairs : pairs.join(' '))).join('\n'),
      removed: [...this.#removed],
    }
  }

  #pairsOf(stem: string): readonly number[] | undefined {
    const kept = this.#stems.get(stem)
    if (typeof kept !== 'string') return kept
    const pairs = kept.split(' ').map(Number)
    this.#stems.set(stem, pairs)
    return pairs
  }

  /** The number of a paradigm; those that end alike are one. */
  #paradigmOf(endings: Endings): number {
    const known = this.#paradigms.get(endings)
    if (known !== undefined) return known
    const alike = this.#endings.findIndex((other) => other.symmetricDifference(endings).size === 0)
    const number = alike >= 0 ? alike : this.#endings.push(endings) - 1
    for (const { length } of endings) this.#longestEnding = Math.max(this.#longestEnding, length)
    this.#paradigms.set(endings, number)
    return number
  }
}
