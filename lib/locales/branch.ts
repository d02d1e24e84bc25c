import type { Token } from '../text/index.ts'
import type { Slot } from './slot.ts'

/** Phrases that begin alike, up to a slot: those that end with it, and how others go on. */
export class Branch<Phrase> {
  readonly slot: Slot
  #next: Map<Slot, Branch<Phrase>> | undefined
  #ends: readonly Phrase[] = NONE

  constructor(slot: Slot) {
    this.slot = slot
  }

  /** How the phrases go on. */
  get next(): readonly Branch<Phrase>[] {
    return [...(this.#next?.values() ?? [])]
  }

  /** Adds a phrase that goes on with `rest`. */
  add(phrase: Phrase, [slot, ...rest]: readonly Slot[]): void {
    if (!slot) {
      this.#ends = [...this.#ends, phrase]
      return
    }
    this.#next ??= new Map()
    branchOf(this.#next, slot).add(phrase, rest)
  }

  /**
   * Tries the branch at a token, and gives each phrase that the text follows to its end with the index behind its last
   * token: a word before its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(tokens: readonly Token[], at: number, found: [phrase: Phrase, end: number][]): void {
    const { slot } = this
    if (slot.gap) for (let skip = 0; skip <= slot.gap; skip++) this.#goOn(tokens, at + skip, found)
    else {
      const token = tokens[at]
      if (token && slot.accepts(token)) this.#goOn(tokens, at + 1, found)
      if (slot.optional) this.#goOn(tokens, at, found)
    }
  }

  #goOn(tokens: readonly Token[], at: number, found: [Phrase, number][]): void {
    for (const phrase of this.#ends) found.push([phrase, at])
    if (this.#next) for (const branch of this.#next.values()) branch.follow(tokens, at, found)
  }
}

const NONE: readonly never[] = []

/** The branch of a slot, added where there is none. */
export function branchOf<Phrase>(branches: Map<Slot, Branch<Phrase>>, slot: Slot): Branch<Phrase> {
  const known = branches.get(slot) ?? new Branch<Phrase>(slot)
  branches.set(slot, known)
  return known
}
