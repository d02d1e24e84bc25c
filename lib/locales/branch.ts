import { push, type Standing } from './book.ts'
import type { Slot } from './slot.ts'

const NONE: readonly never[] = []

/** A phrase, its slots, and how many of them lie behind. */
export type Path<Phrase> = readonly [phrase: Phrase, slots: readonly Slot[], behind: number]

/** Phrases that have begun alike: those that end here, and how others go on, which is told apart when a text gets here. */
export class Branch<Phrase> {
  readonly #paths: readonly Path<Phrase>[]
  #fork: Fork<Phrase> | undefined

  constructor(paths: readonly Path<Phrase>[]) {
    this.#paths = paths
  }

  /**
   * Gives each phrase that the text follows to its end from a token on, with the index behind its last token: a word before
   * its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(text: readonly Standing[], at: number, found: [phrase: Phrase, end: number][]): void {
    this.#fork ??= forkOf(this.#paths)
    const { ends, gaps, words, branches } = this.#fork
    for (const word of text[at] ?? NONE) {
      const paths = words.get(word)
      if (!paths) continue
      const branch = branches.get(word) ?? new Branch(paths)
      branches.set(word, branch)
      branch.follow(text, at + 1, found)
    }
    for (const [gap, branch] of gaps) for (let skip = 0; skip <= gap; skip++) branch.follow(text, at + skip, found)
    for (const phrase of ends) found.push([phrase, at])
  }
}

/** The ways on. */
interface Fork<Phrase> {
  readonly ends: readonly Phrase[]
  /** Over any words, up to so many. */
  readonly gaps: readonly (readonly [gap: number, Branch<Phrase>])[]
  /** With a word, in whatever slot it stands. */
  readonly words: ReadonlyMap<number, readonly Path<Phrase>[]>
  /** The branches behind these words, made when a text first has them. */
  readonly branches: Map<number, Branch<Phrase>>
}

function forkOf<Phrase>(paths: readonly Path<Phrase>[]): Fork<Phrase> {
  const ends: Phrase[] = []
  const gaps = new Map<number, Path<Phrase>[]>()
  const words = new Map<number, Path<Phrase>[]>()
  for (const [phrase, slots, behind] of paths)
    for (let at = behind; ; at++) {
      const slot = slots[at]
      const next = [phrase, slots, at + 1] as const
      if (!slot) ends.push(phrase)
      else if (slot.gap) push(gaps, slot.gap, next)
      else for (const word of slot.words) push(words, word, next)
      if (!slot?.optional) break
    }
  return { ends, gaps: [...gaps].map(([gap, some]) => [gap, new Branch(some)]), words, branches: new Map() }
}
