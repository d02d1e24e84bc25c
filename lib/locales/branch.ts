import { push, type Standing } from './book.ts'
import { accepts, type Slot } from './slot.ts'

const NONE: readonly never[] = []

/** A phrase and the slots it is made of. */
export type Path<Phrase> = readonly [phrase: Phrase, slots: readonly Slot[]]

/** Phrases whose first slots are alike: those that end here, and how others go on, which is told apart when a text gets here. */
export class Branch<Phrase> {
  readonly #paths: readonly Path<Phrase>[]
  readonly #depth: number
  #fork: Fork<Phrase> | undefined

  constructor(paths: readonly Path<Phrase>[], depth = 0) {
    this.#paths = paths
    this.#depth = depth
  }

  /**
   * Gives each phrase that the text follows to its end from a token on, with the index behind its last token: a word before
   * its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(text: readonly Standing[], at: number, found: [phrase: Phrase, end: number][]): void {
    this.#fork ??= forkOf(this.#paths, this.#depth)
    const { ends, open, byWord } = this.#fork
    for (const phrase of ends) found.push([phrase, at])
    const standing = text[at] ?? NONE
    for (const [slot, branch] of open) {
      if (accepts(slot, standing)) branch.follow(text, at + 1, found)
      for (let skip = 0; skip <= slot.gap; skip++) branch.follow(text, at + skip, found)
    }
    for (const word of standing) for (const branch of byWord.get(word) ?? NONE) branch.follow(text, at + 1, found)
  }
}

/** The ways on. */
interface Fork<Phrase> {
  readonly ends: readonly Phrase[]
  /** Slots that may also be taken without a word. */
  readonly open: readonly (readonly [Slot, Branch<Phrase>])[]
  /** Those that a word must open, by that word. */
  readonly byWord: ReadonlyMap<number, readonly Branch<Phrase>[]>
}

function forkOf<Phrase>(paths: readonly Path<Phrase>[], depth: number): Fork<Phrase> {
  const ends: Phrase[] = []
  const bySlot = new Map<Slot, Path<Phrase>[]>()
  for (const path of paths) {
    const slot = path[1][depth]
    if (slot) push(bySlot, slot, path)
    else ends.push(path[0])
  }
  const open: [Slot, Branch<Phrase>][] = []
  const byWord = new Map<number, Branch<Phrase>[]>()
  for (const [slot, some] of bySlot) {
    const branch = new Branch(some, depth + 1)
    if (slot.optional || slot.gap) open.push([slot, branch])
    else for (const word of slot.words) push(byWord, word, branch)
  }
  return { ends, open, byWord }
}
