import { push, type Standing } from './book.ts'
import { accepts, type Slot } from './slot.ts'

const NONE: readonly never[] = []

/** Phrases that have begun alike: those that end here, and how others go on. */
export class Branch<Phrase> {
  readonly #ends: Phrase[] = []
  #next: Next<Phrase> | undefined

  /** Adds a phrase that goes on with these slots. */
  add(phrase: Phrase, [slot, ...rest]: readonly Slot[]): void {
    if (!slot) this.#ends.push(phrase)
    else {
      this.#next ??= { bySlot: new Map(), byWord: new Map(), open: [] }
      branchOf(this.#next, slot).add(phrase, rest)
    }
  }

  /** The words that a phrase can go on with. */
  *openings(): Generator<number> {
    for (const [slot, branch] of this.#next?.bySlot ?? NONE) {
      yield* slot.words
      if (slot.optional) yield* branch.openings()
    }
  }

  /**
   * Gives each phrase that the text follows to its end from a token on, with the index behind its last token: a word before
   * its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(text: readonly Standing[], at: number, found: [phrase: Phrase, end: number][]): void {
    for (const phrase of this.#ends) found.push([phrase, at])
    if (!this.#next) return
    const standing = text[at] ?? NONE
    for (const [slot, branch] of this.#next.open) {
      if (accepts(slot, standing)) branch.follow(text, at + 1, found)
      for (let skip = 0; skip <= slot.gap; skip++) branch.follow(text, at + skip, found)
    }
    for (const word of standing)
      for (const branch of this.#next.byWord.get(word) ?? NONE) branch.follow(text, at + 1, found)
  }
}

/** The ways on. */
interface Next<Phrase> {
  readonly bySlot: Map<Slot, Branch<Phrase>>
  /** Those that a word must open, by that word. */
  readonly byWord: Map<number, Branch<Phrase>[]>
  /** Those that may also be taken without one. */
  readonly open: [Slot, Branch<Phrase>][]
}

function branchOf<Phrase>({ bySlot, byWord, open }: Next<Phrase>, slot: Slot): Branch<Phrase> {
  const known = bySlot.get(slot)
  if (known) return known
  const branch = new Branch<Phrase>()
  bySlot.set(slot, branch)
  if (slot.optional || slot.gap) open.push([slot, branch])
  else for (const word of slot.words) push(byWord, word, branch)
  return branch
}
