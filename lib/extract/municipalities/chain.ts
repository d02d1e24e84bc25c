import { type Doc, quote } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Sighting } from './sighting.ts'

/** From so many names on a list needs no conjunction to be one. */
const LIST = 3

/** Names in one breath, which share what is said of the first: "gminy Gniew, Pelplin i Morzeszczyn". */
export interface Chain {
  /** Index of the sighting that opens it. */
  readonly first: number
  /** A conjunction or a third name shows that the comma between two of them joins: "osim Čačka, Kraljevo" is no list. */
  readonly closed: boolean
}

/** A name, and where it begins with its head word or body: `gminy Pelplin`. */
export interface Link {
  readonly sighting: Sighting
  readonly from: number
}

/** The chain of every name, in their order; a name alone is a chain of one. */
export function chainsOf(doc: Doc, words: Words, links: readonly Link[]): Chain[] {
  const firsts: number[] = []
  const closed = new Set<number>()
  const sizes = new Map<number, number>()
  links.forEach((link, i) => {
    const before = links[i - 1]
    const joint = before && jointOf(doc, words, [before.sighting, link])
    const first = joint === undefined ? i : (firsts[i - 1] ?? i)
    firsts.push(first)
    const size = (sizes.get(first) ?? 0) + 1
    sizes.set(first, size)
    if (size >= LIST || (joint !== undefined && /\p{L}/u.test(joint))) closed.add(first)
  })
  return firsts.map((first) => ({ first, closed: closed.has(first) }))
}

/** The comma or conjunction that alone stands between two names, or a name and the other's head word. */
function jointOf(
  doc: Doc,
  { joints }: Words,
  [a, { sighting: b, from }]: readonly [Sighting, Link],
): string | undefined {
  if (a.name.key === b.name.key || a.end >= from) return undefined
  const gap = quote(doc, { start: a.end, end: from })
  if (/^\s?[,/]\s$/u.test(gap)) return gap
  const next = doc.tokens[a.last]
  return /^,?\s\p{L}+\s$/u.test(gap) && next && joints.has(next.form) ? gap : undefined
}
