import type { Leaps } from './row.ts'
import type { Slot } from './slot.ts'
import type { Standing } from './words.ts'

const NONE: readonly never[] = []

/** A phrase, its slots, and how many of them lie behind. */
type Path<Phrase> = readonly [phrase: Phrase, slots: readonly Slot[], behind: number]

/** What stands at the tokens of a text, and where a phrase may leap. */
export interface Way {
  readonly standing: readonly Standing[]
  readonly leaps: Leaps
}

/** A phrase that a text follows to its end: the index behind its last token, and the adjective by which it names if it leapt. */
export type Followed<Phrase> = readonly [phrase: Phrase, end: number, own: number | null]

/** Phrases that have begun alike: those that end here, and how others go on, which is told apart when a text gets here. */
export class Branch<Phrase> {
  #paths: Path<Phrase>[] = []
  #fork: Fork<Phrase> | undefined

  /** Adds a phrase with its slots, some of which may lie behind. All are added before a text is followed. */
  add(phrase: Phrase, slots: readonly Slot[], behind = 0): void {
    this.#paths.push([phrase, slots, behind])
  }

  /** The words that a phrase may go on with. */
  get words(): Iterable<number> {
    return this.#ways.words.keys()
  }

  /**
   * Gives each phrase that the text follows to its end from a token on: a word before its absence, a short gap before a long one,
   * word by word before a leap. A phrase may come more than once, its best match first. `own` is told where a phrase has begun:
   * there alone it may leap.
   */
  follow(way: Way, at: number, found: Followed<Phrase>[], own?: number | null): void {
    const { ends, gaps, words } = this.#ways
    if (words.size > 0) {
      for (const word of way.standing[at] ?? NONE) words.get(word)?.follow(way, at + 1, found, own ?? null)
      if (own !== undefined)
        for (const { to, own: leapt } of way.leaps.get(at) ?? NONE)
          for (const word of way.standing[to] ?? NONE) words.get(word)?.follow(way, to + 1, found, leapt)
    }
    for (const [gap, branch] of gaps)
      for (let skip = 0; skip <= gap; skip++) branch.follow(way, at + skip, found, own ?? null)
    for (const phrase of ends) found.push([phrase, at, own ?? null])
  }

  get #ways(): Fork<Phrase> {
    if (this.#fork) return this.#fork
    this.#fork = forkOf(this.#paths)
    this.#paths = []
    return this.#fork
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
