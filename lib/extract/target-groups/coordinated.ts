import type { Doc } from '../../text/index.ts'
import type { Lexical } from '../lexical.ts'

/** What a general group becomes when it shares the complement of the group it is joined to. */
const SHARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  children: {
    'persons-with-disabilities': 'children-with-disabilities',
    'children-with-disabilities': 'children-with-disabilities',
  },
  youth: {
    'persons-with-disabilities': 'children-with-disabilities',
    'children-with-disabilities': 'children-with-disabilities',
  },
}

/** Only a comma, a joining word or a bare adjective ("odrasli", "dorośli") stands between two members of an enumeration. */
const JOINT = /^(?:\s*,\s*|\s+\p{L}{1,4}\s+)$/u

/**
 * The last member of an enumeration is joined by a word: "dzieci, młodzież, osoby z niepełnosprawnością oraz seniorzy"
 * share nothing.
 */
const LAST = 'persons-with-disabilities'

/**
 * Groups with the complement they share: in "deca, mladi i odrasli sa invaliditetom" the children are children with
 * disabilities. Reads each enumeration from its end.
 */
export function coordinated(doc: Doc, hits: readonly Lexical[]): Lexical[] {
  const read: Lexical[] = []
  let next: Lexical | undefined
  for (const hit of [...hits].reverse()) {
    const between = doc.text.slice(hit.end, next?.start)
    const joined = JOINT.test(between) && !(next?.id === LAST && between.includes(','))
    const shared = next && joined ? SHARED[hit.id]?.[next.id] : undefined
    const one: Lexical = shared && next ? { ...hit, id: shared, end: next.end } : hit
    read.push(one)
    next = shared && next ? { ...next, start: hit.start } : hit
  }
  return read.reverse()
}
