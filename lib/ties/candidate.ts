import { type Block, blockAt, inside } from '../text/index.ts'
import type { Chain } from './chain.ts'
import { audienceOf, followersOf } from './led.ts'
import type { Group, Service } from './mention.ts'
import { isToldOf } from './told.ts'
import type { View } from './view.ts'
import { type Zone, zoneOf } from './zone.ts'

/** A group that a service may be for. */
export interface Candidate {
  readonly service: Service
  readonly group: Group
  readonly zone: Zone
  /** The enumerations of the service and of the group. */
  readonly services: Chain
  readonly groups: Chain
  /** The block of the group. */
  readonly block: Block
  /** Characters between the two enumerations. */
  readonly distance: number
  /** Does the group stand behind the service? */
  readonly isBehind: boolean
}

/** A group in another block counts so many characters off, at most. */
const NEAR = 600
/** A group of the same block counts so many characters off, at most. */
const REACH = 3000

/** The groups that a service may be for: those of its block, of its leads and headings, and those close by. */
export function candidatesOf(view: View, service: Service): Candidate[] {
  const block = blockAt(view.doc, service.start)
  const services = view.chainOf.get(service)
  if (!block || !services) return []
  const around = { start: service.start - NEAR, end: service.end + NEAR }
  const parents = [...block.parents, view.outer.get(block.index) ?? -1].flatMap((index) => view.doc.blocks[index] ?? [])
  const near = {
    start: Math.max(block.start, service.start - REACH),
    end: Math.min(block.end, service.end + REACH),
  }
  const spans = [
    around,
    near,
    ...parents,
    ...followersOf(view, block, REACH),
    ...audienceOf(view, block, REACH),
    ...toldOf(view, block),
  ]
  const groups = new Set([
    ...spans.flatMap((span) => inside(view.groups, span)),
    ...(view.entitled.get(service)?.keys() ?? []),
  ])
  return [...groups].flatMap((group) => {
    const own = blockAt(view.doc, group.start)
    if (!own) return []
    const chain = view.chainOf.get(group) ?? aloneOf(group, own)
    const distance = Math.max(chain.start - services.end, services.start - chain.end, 0)
    const zone = zoneOf(view, { service, block }, { group, own })
    if (!zone) return []
    const isBehind = chain.start >= services.start
    return [{ service, group, zone, services, groups: chain, block: own, distance, isBehind }]
  })
}

/** The blocks that tell for whom all services of a block's section are, not too far off. */
const toldOf = ({ audiences }: View, block: Block): Block[] =>
  inside(audiences.blocks, { start: block.start - REACH, end: block.end + REACH }).filter((own) =>
    isToldOf(audiences, own, block),
  )

/** A group in the words of a service is in no enumeration. */
const aloneOf = (group: Group, { index: block }: Block): Chain => {
  const { dimension, start, end } = group
  return { dimension, members: [group], index: -1, block, start, end }
}
