import { bisect, once } from '../text/index.ts'
import type { Spelling, Term } from './slot.ts'

/** Words between two terms of a loose phrase, at most. */
const BETWEEN = 5

/** Where a term or a phrase stands in a text: tokens `[first, last)`, and how it is spelt there. */
export interface Place {
  readonly first: number
  readonly last: number
  readonly spelling: Spelling
}

/** Where terms stand in a text, each list by its first tokens. */
export type Places = ReadonlyMap<Term, readonly Place[]>

/**
 * Where all terms of a loose phrase stand together, in whatever order: each begins at most five words behind the one before
 * it. The rarest of them is asked first, so that a phrase of common words costs what its rarest word costs.
 */
export function gathered(terms: readonly Term[], places: Places): Place[] {
  if (!terms.every((term) => places.has(term))) return []
  const all = terms.map((term) => places.get(term) ?? [])
  const rarest = all.reduce((a, b) => (b.length < a.length ? b : a))
  const reach = terms.reduce((sum, term) => sum + longest(term) + BETWEEN, 0)
  const found = new Map<string, Place>()
  for (const { first, last } of rarest) {
    const near = all.map((list) => startingIn(list, first - reach, last + reach))
    if (near.some((list) => list.length === 0)) continue
    for (const start of near.flat())
      for (const end of endsOf(
        near.filter((list) => !list.includes(start)),
        start.last,
      ))
        found.set(`${start.first}-${end}`, { ...start, last: end })
  }
  return [...found.values()]
}

/** Tokens that the longest spelling of a term takes, at most. */
const longest = once((term: Term): number =>
  Math.max(...term.map((spelling) => spelling.reduce((sum, { gap }) => sum + Math.max(1, gap), 0))),
)

/** Where the terms that are left end behind a position: for each spelling that may come next its nearest place that leads on. */
function endsOf(left: readonly (readonly Place[])[], position: number): number[] {
  if (left.length === 0) return [position]
  return left.flatMap((list) => {
    const others = left.filter((other) => other !== list)
    const told = new Set<Spelling>()
    return startingIn(list, position, position + BETWEEN).flatMap(({ spelling, last }) => {
      const ends = told.has(spelling) ? [] : endsOf(others, last)
      if (ends.length > 0) told.add(spelling)
      return ends
    })
  })
}

/** The places that begin at tokens `[from, to]`. */
const startingIn = (places: readonly Place[], from: number, to: number): readonly Place[] =>
  places.slice(
    bisect(places, ({ first }) => first < from),
    bisect(places, ({ first }) => first <= to),
  )
