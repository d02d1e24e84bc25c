import type { Standing } from './book.ts'
import type { Slot } from './slot.ts'

const NONE: readonly never[] = []

/** A phrase, its slots, and how many of them lie behind. */
type Path<Phrase> = readonly [phrase: Phrase, slots: readonly Slot[], behind: number]

/** Phrases that have begun alike: those that end here, and how others go on, which is told apart when a text gets here. */
export class Branch<Phrase> {
  readonly #paths: Path<Phrase>[] = []
  #fork: Fork<Phrase> | undefined

  /** Adds a phrase with its slots, some of which may lie behind. All are added before a text is followed. */
  add(phrase: Phrase, slots: readonly Slot[], behind = 0): void {
    this.#paths.push([phrase, slots, behind])
  }

  /**
   * Gives each phrase that the text follows to its end from a token on, with the index behind its last token: a word before
   * its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(text: readonly Standing[], at: number, found: [phrase: Phrase, end: number][]): void {
    this.#fork ??= forkOf(this.#paths)
    const { ends, gaps, words } = this.#fork
    if (words.size > 0) for (const word of text[at] ?? NONE) words.get(word)?.follow(text, at + 1, found)
    for (const [gap, branch] of gaps) for (let skip = 0; skip <= gap; skip++) branch.follow(text, at + skip, found)
    for (const phrase of ends) found.push([phrase, at])
  }
}

/** The ways on. */
interface Fork<Phrase> {
  readonly ends: readonly Phrase[]
  /** Over any words, up to so many. */
  readonly gaps: readonly (readonly [gap: number, branch: Branch<Phrase>])[]
  /** With a word, in whatever slot it stands. */
  readonly words: ReadonlyMap<number, Branch<Phrase>>
}

function forkOf<Phrase>(paths: readonly Path<Phrase>[]): Fork<Phrase> {
  const ends: Phrase[] = []
  const gaps = new Map<number, Branch<Phrase>>()
  const words = new Map<number, Branch<Phrase>>()
  for (const [phrase, slots, behind] of paths)
    for (let at = behind; ; at++) {
      const slot = slots[at]
      if (!slot) ends.push(phrase)
      else if (slot.gap) branchOf(gaps, slot.gap).add(phrase, slots, at + 1)
      else for (const word of slot.words) branchOf(words, word).add(phrase, slots, at + 1)
      if (!slot?.optional) break
    }
  return { ends, gaps: [...gaps], words }
}

function branchOf<Phrase>(branches: Map<number, Branch<Phrase>>, key: number): Branch<Phrase> {
  const known = branches.get(key)
  if (known) return known
  const branch = new Branch<Phrase>()
  branches.set(key, branch)
  return branch
}
