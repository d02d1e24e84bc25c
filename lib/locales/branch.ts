import { push, type Standing } from './book.ts'
import { accepts, type Slot } from './slot.ts'

const NONE: readonly never[] = []

/** A phrase and the slots it is made of. */
export type Path<Phrase> = readonly [phrase: Phrase, slots: readonly Slot[]]

/** Phrases that have begun alike: those that end here, and how others go on, which is told apart when a text gets here. */
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
    const { ends, open } = this.#fork
    for (const phrase of ends) found.push([phrase, at])
    const standing = text[at] ?? NONE
    for (const [slot, branch] of open) {
      if (accepts(slot, standing)) branch.follow(text, at + 1, found)
      for (let skip = 0; skip <= slot.gap; skip++) branch.follow(text, at + skip, found)
    }
    for (const word of standing) this.#behind(word, this.#fork)?.follow(text, at + 1, found)
  }

  /** The phrases that go on with a word, in whatever slots it stands: joined when a text first has it. */
  #behind(word: number, { bySlot, byWord }: Fork<Phrase>): Branch<Phrase> | undefined {
    const slots = bySlot.get(word)
    if (!slots || slots.length === 1) return slots?.[0]
    const joined =
      byWord.get(word) ??
      new Branch(
        slots.flatMap((branch) => branch.#paths),
        this.#depth + 1,
      )
    byWord.set(word, joined)
    return joined
  }
}

/** The ways on. */
interface Fork<Phrase> {
  readonly ends: readonly Phrase[]
  /** Slots that may also be taken without a word. */
  readonly open: readonly (readonly [Slot, Branch<Phrase>])[]
  /** Those that a word must open, one for each slot, by that word. */
  readonly bySlot: ReadonlyMap<number, readonly Branch<Phrase>[]>
  /** Those of several slots as one. */
  readonly byWord: Map<number, Branch<Phrase>>
}

function forkOf<Phrase>(paths: readonly Path<Phrase>[], depth: number): Fork<Phrase> {
  const ends: Phrase[] = []
  const slots = new Map<Slot, Path<Phrase>[]>()
  for (const path of paths) {
    const slot = path[1][depth]
    if (slot) push(slots, slot, path)
    else ends.push(path[0])
  }
  const open: [Slot, Branch<Phrase>][] = []
  const bySlot = new Map<number, Branch<Phrase>[]>()
  for (const [slot, some] of slots) {
    const branch = new Branch(some, depth + 1)
    if (slot.optional || slot.gap) open.push([slot, branch])
    else for (const word of slot.words) push(bySlot, word, branch)
  }
  return { ends, open, bySlot, byWord: new Map() }
}
