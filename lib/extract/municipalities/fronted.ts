import type { Words } from './lists.ts'
import type { Resolved } from './resolve.ts'

/**
 * Ids of the towns that open a sentence of the first paragraphs together, "U Trsteniku, Brusu i Prijepolju montirano je", one of
 * which the text names apart from that as well: a project of theirs. None where the state sits there.
 */
export function fronted(resolved: readonly Resolved[], { seats }: Words): ReadonlySet<string> {
  const chains = Map.groupBy(resolved, ({ cues }) => cues.chain)
  for (const [chain, members] of chains) {
    const [first] = members
    if (members.length < 2 || !first?.cues.fronted || !first.cues.early) continue
    if (members.some(({ place, cues }) => seats.has(place.name) || cues.elsewhere !== undefined || cues.listed))
      continue
    const places = new Set(members.map(({ place }) => place))
    const apart = resolved.some(({ place, cues }) => places.has(place) && cues.chain !== chain && !cues.listed)
    if (apart) return new Set([...places].map(({ id }) => id))
  }
  return new Set()
}
