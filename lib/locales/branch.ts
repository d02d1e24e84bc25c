import { push, type Standing } from './book.ts'
import { accepts, type Slot } from './slot.ts'

/** Phrases that begin alike, up to a slot: those that end with it, and how others go on. */
export class Branch<Phrase> {
  readonly slot: Slot
  #ends: readonly Phrase[] = NONE
  #next: Next<Phrase> | undefined

  constructor(slot: Slot) {
    this.slot = slot
  }

  /** Adds a phrase that goes on with `rest`. */
  add(phrase: Phrase, [slot, ...rest]: readonly Slot[]): void {
    if (!slot) this.#ends = [...this.#ends, phrase]
    else {
      this.#next ??= { bySlot: new Map(), byWord: new Map(), open: [] }
      branchOf(this.#next, slot).add(phrase, rest)
    }
  }

  /** The words that a match can begin with: those of the slot and, where it may be missing, of what follows. */
  *openings(): Generator<number> {
    yield* this.slot.words
    if (this.slot.optional) for (const branch of this.#next?.bySlot.values() ?? NONE) yield* branch.openings()
  }

  /**
   * Tries the branch at a token, and gives each phrase that the text follows to its end with the index behind its last
   * token: a word before its absence, a short gap before a long one. A phrase may come more than once, its best match first.
   */
  follow(text: readonly Standing[], at: number, found: [phrase: Phrase, end: number][]): void {
    const { slot } = this
    if (slot.gap) for (let skip = 0; skip <= slot.gap; skip++) this.#goOn(text, at + skip, found)
    else {
      if (accepts(slot, text[at] ?? NONE)) this.#goOn(text, at + 1, found)
      if (slot.optional) this.#goOn(text, at, found)
    }
  }

  #goOn(text: readonly Standing[], at: number, found: [Phrase, number][]): void {
    for (const phrase of this.#ends) found.push([phrase, at])
    if (!this.#next) return
    for (const branch of this.#next.open) branch.follow(text, at, found)
    for (const branch of opened(this.#next.byWord, text[at] ?? NONE)) branch.#goOn(text, at + 1, found)
  }
}

/** Branches side by side. */
interface Next<Phrase> {
  readonly bySlot: Map<Slot, Branch<Phrase>>
  /** Those that only a word of their slot opens, by that word. */
  readonly byWord: Map<number, Branch<Phrase>[]>
  /** Those that other words may open too. */
  readonly open: Branch<Phrase>[]
}

const NONE: readonly never[] = []

/** What the words that stand at a token open, each once. */
export function opened<Opened>(byWord: ReadonlyMap<number, readonly Opened[]>, standing: Standing): Iterable<Opened> {
  let all: Iterable<Opened> = NONE
  for (const word of standing) {
    const own = byWord.get(word)
    if (own) all = all === NONE ? own : new Set([...all, ...own])
  }
  return all
}

/** The branch of a slot, added where there is none. */
function branchOf<Phrase>({ bySlot, byWord, open }: Next<Phrase>, slot: Slot): Branch<Phrase> {
  const known = bySlot.get(slot)
  if (known) return known
  const branch = new Branch<Phrase>(slot)
  bySlot.set(slot, branch)
  if (slot.optional || slot.gap) open.push(branch)
  else for (const word of slot.words) push(byWord, word, branch)
  return branch
}
