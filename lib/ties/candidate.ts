import {
  type Block,
  blockAt,
  clauseAt,
  contains,
  firstInside,
  inside,
  overlaps,
  type Span,
  sentenceAt,
} from '../text/index.ts'
import type { Chain } from './chain.ts'
import type { Group, Service, View } from './view.ts'

/**
 * Where a group stands as seen from a service: inside its words, in its cell or one to the side, in its clause or
 * sentence, in the sentence before or behind or further off in its block, in the lead, heading or title above it, or in
 * another block close by.
 */
export type Zone =
  | 'inside'
  | 'cell'
  | 'left'
  | 'right'
  | 'clause'
  | 'sentence'
  | 'before'
  | 'behind'
  | 'earlier'
  | 'later'
  | 'lead'
  | 'heading'
  | 'title'
  | 'above'
  | 'below'
  | 'near'
  | 'heading-near'

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
  const parents = block.parents.flatMap((index) => view.doc.blocks[index] ?? [])
  const near = {
    start: Math.max(block.start, service.start - REACH),
    end: Math.min(block.end, service.end + REACH),
  }
  const groups = new Set([around, near, ...parents].flatMap((span) => inside(view.groups, span)))
  return [...groups].flatMap((group) => {
    const own = blockAt(view.doc, group.start)
    if (!own) return []
    const chain = view.chainOf.get(group) ?? aloneOf(group, own)
    const distance = Math.max(chain.start - services.end, services.start - chain.end, 0)
    const zone = zoneOf(view, { service, block }, { group, own })
    return {
      service,
      group,
      zone,
      services,
      groups: chain,
      block: own,
      distance,
      isBehind: chain.start >= services.start,
    }
  })
}

/** A group in the words of a service is in no enumeration. */
const aloneOf = (group: Group, { index: block }: Block): Chain => {
  const { dimension, start, end } = group
  return { dimension, members: [group], index: -1, block, start, end }
}

interface Place {
  readonly service: Service
  readonly block: Block
}

function zoneOf(view: View, { service, block }: Place, { group, own }: { group: Group; own: Block }): Zone {
  if (overlaps(service, group)) return 'inside'
  if (own.index === block.index)
    return block.kind === 'row' ? inRow(block, service, group) : inBlock(view, service, group)
  if (block.parents.includes(own.index)) return own.kind === 'lead' ? 'lead' : view.divides(own) ? 'heading' : 'title'
  if (own.kind === 'heading' || own.kind === 'title') return 'heading-near'
  return own.index === block.index - 1 ? 'above' : own.index === block.index + 1 ? 'below' : 'near'
}

function inRow({ cells }: Block, service: Span, group: Span): Zone {
  const cellOf = (span: Span) => cells.findIndex((cell) => contains(cell, span))
  const step = cellOf(group) - cellOf(service)
  return step === 0 ? 'cell' : step > 0 ? 'right' : 'left'
}

function inBlock(view: View, service: Span, group: Span): Zone {
  const [own, other] = [sentenceAt(view.doc, service.start), sentenceAt(view.doc, group.start)]
  if (own.start === other.start) return contains(clauseAt(view.doc, service, view.turns), group) ? 'clause' : 'sentence'
  const [first, second] = own.start < other.start ? [own, other] : [other, own]
  const areNext = !firstInside(view.doc.sentences, { start: first.end, end: second.start })
  if (other.start < own.start) return areNext ? 'before' : 'earlier'
  return areNext ? 'behind' : 'later'
}
