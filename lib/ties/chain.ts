import type { Found } from '../extract/extractor.ts'
import { blockAt, type Doc, inOrder, overlaps, type Span } from '../text/index.ts'

/**
 * Services, or groups, of one enumeration: "pomoć u kući i dnevni boravak", "decu, mlade i odrasle". What is said of one
 * of them is said of all.
 */
export interface Chain extends Span {
  readonly dimension: 'services' | 'targetGroups'
  readonly members: readonly Mention[]
  /** Its place among the enumerations of the document. */
  readonly index: number
  /** Index of the block that holds it. */
  readonly block: number
}

type Mention = Found<'services'> | Found<'targetGroups'>

/** Characters between two members of an enumeration, at most: services have longer names and additions than groups. */
const STEP = { services: 60, targetGroups: 30 }
/** What ends an enumeration. */
const BREAK = /[.:;()–—|\t]/u

/** The enumerations of a document in reading order. A group inside a service's own words ("dom za decu") is in none. */
export function chainsOf(
  doc: Doc,
  services: readonly Found<'services'>[],
  groups: readonly Found<'targetGroups'>[],
): { chains: Chain[]; chainOf: ReadonlyMap<Mention, Chain> } {
  const chains: (Chain & { members: Mention[]; end: number })[] = []
  const chainOf = new Map<Mention, Chain>()
  for (const mention of [...services, ...free(groups, services)].sort(inOrder)) {
    const block = blockAt(doc, mention.start)?.index ?? -1
    const last = chains.at(-1)
    const goesOn = last?.dimension === mention.dimension && last.block === block && isNear(doc, last, mention)
    if (last && goesOn) {
      last.members.push(mention)
      last.end = Math.max(last.end, mention.end)
    } else {
      const { dimension, start, end } = mention
      chains.push({ dimension, members: [mention], index: chains.length, block, start, end })
    }
    const own = chains.at(-1)
    if (own) chainOf.set(mention, own)
  }
  return { chains, chainOf }
}

const isNear = (doc: Doc, last: Chain, { start }: Span): boolean =>
  start - last.end <= STEP[last.dimension] && !BREAK.test(doc.text.slice(last.end, start))

/** Groups that lie in no service's words. Both in reading order. */
function free(groups: readonly Found<'targetGroups'>[], services: readonly Span[]): Found<'targetGroups'>[] {
  let next = 0
  let reach: Span = { start: 0, end: 0 }
  return groups.filter((group) => {
    for (let service = services[next]; service && service.start < group.end; service = services[++next])
      if (service.end > reach.end) reach = service
    return !overlaps(reach, group)
  })
}
