import { type Block, type Doc, firstInside, inside, type Span, sentenceAt } from '../text/index.ts'
import type { Group, Service } from './mention.ts'

/** Items that make a roll, the share of them that names a group, and the share that names a service at most. */
const ROLL = 3
const GROUPS = 0.6
const SERVICES = 0.25
/** The share of the items of an offer that names a service, and nobody: "– chorzy po terapii" is one of a list of groups. */
const OFFER = 0.5

/** The leads, by index, of lists that are of one thing. */
export interface Lists {
  /** Their items name groups and hardly anything else. */
  readonly rolls: ReadonlySet<number>
  /** Their items name services; a group among them belongs to its item. */
  readonly offers: ReadonlySet<number>
}

interface Given {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly groups: readonly Group[]
}

/** Tells what the list below each lead is of: "– samohrani roditelji, – Romi, – ostali" or "– prevoz, – pravna pomoć, – izleti starih". */
export function listsOf({ doc, services, groups }: Given): Lists {
  const items = doc.blocks.filter(
    ({ kind, parents: [parent] }) => kind === 'item' && doc.blocks[parent ?? -1]?.kind === 'lead',
  )
  const lists = [...Map.groupBy(items, ({ parents: [parent] }) => parent ?? -1)]
  const share = (list: readonly Block[], mentions: readonly (Service | Group)[]): number =>
    list.filter((item) => firstInside(mentions, item)).length / list.length
  const isRoll = (list: readonly Block[]): boolean =>
    list.length >= ROLL && share(list, groups) >= GROUPS && share(list, services) <= SERVICES
  const isOffer = (list: readonly Block[]): boolean => {
    const free = list.filter((item) => !firstInside(groups, item))
    return free.filter((item) => firstInside(services, item)).length >= list.length * OFFER
  }
  return {
    rolls: new Set(lists.filter(([, list]) => isRoll(list)).map(([lead]) => lead)),
    offers: new Set(lists.filter(([, list]) => isOffer(list)).map(([lead]) => lead)),
  }
}

/** A text and its words of negation. */
interface Negating {
  readonly doc: Doc
  readonly negations: ReadonlySet<string>
}

/** Does a word of negation stand in this stretch of text, as "nemaju" in "Pravo nemaju:"? */
export const isNegated = ({ doc, negations }: Negating, stretch: Span): boolean =>
  inside(doc.tokens, stretch).some(({ form }) => negations.has(form))

/**
 * Does a lead tell who is left out, in the sentence that leads: "Pravo nemaju:", but not "Ne gledaju se samo ocene. Posebno su
 * rangirani:"?
 */
export function isDenied(text: Negating, lead: Block): boolean {
  const { start } = sentenceAt(text.doc, lead.end - 1)
  return isNegated(text, { start: Math.max(lead.start, start), end: lead.end })
}
