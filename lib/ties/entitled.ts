import { type Block, bisect, blockAt, type Doc, firstInside, inside, type Span, sentenceAt } from '../text/index.ts'
import { isDenied, isNegated, type Lists } from './list.ts'
import type { Group, Service } from './mention.ts'
import { type Place, type Subject, subjectsOf } from './subject.ts'

/** How a group is named among those whom the service of a title is for: in a list, in a sentence, under a heading. */
type Entitlement = 'listed' | 'asked' | 'roll' | 'told'

/** A group that a text entitles to the service that it, or its section, is about. */
export interface Entitled {
  readonly how: Entitlement
  readonly where: Place
}

/** What is asked of a document. */
interface Given {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly groups: readonly Group[]
  readonly negations: ReadonlySet<string>
  readonly leading: ReadonlySet<string>
  readonly lists: Lists
  readonly cues: { readonly addressed: readonly Span[]; readonly audience: readonly Span[] }
}

/** Groups by the service that a title, a section's heading or the opening names, and whom the text below entitles to it. */
export type Entitlements = ReadonlyMap<Service, ReadonlyMap<Group, Entitled>>

/** Characters of a sentence that goes on with those of the sentence before: "Zatim dolaze samohrani roditelji." */
const SHORT = 150
/** Sentences that go on so, at most. */
const STEPS = 3

/**
 * Whom a call, a notice or a decision is for: its title or opening names the service once, and the groups come far below,
 * in the list under "Pravo učešća imaju:", the sentence "Pierwszeństwo mają …" or the section "Dla kogo?".
 */
export function entitledOf(given: Given): Entitlements {
  const subjects = subjectsOf(given.doc, given.services)
  const found = new Map<Service, Map<Group, Entitled>>()
  for (const group of given.groups) {
    const block = blockAt(given.doc, group.start)
    const subject = block && subjects(block)
    if (!subject || !isLast(given, { group, block }, subject)) continue
    const how = howOf(given, { group, block, where: subject.where })
    if (!how) continue
    for (const service of subject.services) {
      const own = found.get(service) ?? new Map<Group, Entitled>()
      found.set(service, own.set(group, { how, where: subject.where }))
    }
  }
  return found
}

interface Spot {
  readonly group: Group
  readonly block: Block
  readonly where: Place
}

/** Was no other service named since, up to the list or the sentence of a group? */
function isLast({ doc, services }: Given, { group, block }: Pick<Spot, 'group' | 'block'>, subject: Subject): boolean {
  const parent = doc.blocks[block.parents[0] ?? -1]
  const from = block.kind === 'item' && parent?.kind === 'lead' ? parent.start : group.start
  const last = services[bisect(services, ({ start }) => start < from) - 1]
  return subject.services.some(({ value }) => value.concept === last?.value.concept)
}

/** How a group is entitled; undefined where it is not. */
function howOf(given: Given, { group, block, where }: Spot): Entitlement | undefined {
  const { doc, services, cues, lists } = given
  const above = doc.blocks[block.parents[0] ?? -1]
  if (block.kind === 'heading' || block.kind === 'title' || block.kind === 'boilerplate') return undefined
  if (block.kind === 'item') {
    if (above && lists.offers.has(above.index)) return undefined
    if (above && isHead(given, above)) return isDenied(given, above) ? undefined : 'listed'
    if (above && lists.rolls.has(above.index) && !firstInside(services, above))
      return isDenied(given, above) ? undefined : 'roll'
  }
  const sentence = sentenceAt(doc, group.start)
  if (firstInside(services, sentence)) return undefined
  if (above?.kind === 'heading' && isHead(given, above)) return 'asked'
  // Below a heading in the middle of a text a sentence is as often about something else.
  if (where === 'heading') return undefined
  return isTold(given, sentence, cues.audience) || goesOn(given, block, sentence) ? 'told' : undefined
}

/** Do short sentences lead back to one that tells who is entitled: "Prednost imaju Romi. Zatim dolaze …"? */
function goesOn(given: Given, block: Block, sentence: Span): boolean {
  let each = sentence
  for (let step = 0; step < STEPS; step++) {
    if (each.start <= block.start || each.end - each.start > SHORT || firstInside(given.services, each)) return false
    const before = sentenceAt(given.doc, each.start - 2)
    if (before.start < block.start || before.start >= each.start) return false
    if (isTold(given, before, given.cues.audience)) return true
    each = before
  }
  return false
}

/** Does a lead or heading without a service of its own address what stands below it? */
function isHead({ doc, services, cues, leading }: Given, head: Block): boolean {
  if (head.kind === 'title' || firstInside(services, head)) return false
  if (firstInside(cues.audience, head)) return true
  if (head.kind !== 'lead') return false
  const last = inside(doc.tokens, head).at(-1)
  return firstInside(cues.addressed, head) !== undefined || (last !== undefined && leading.has(last.form))
}

/** Does a sentence address somebody, and deny nothing before it does? */
function isTold(given: Given, sentence: Span, cues: readonly Span[]): boolean {
  const cue = firstInside(cues, sentence)
  return cue !== undefined && !isNegated(given, { start: sentence.start, end: cue.end })
}
