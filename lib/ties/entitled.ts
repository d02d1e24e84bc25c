import { type Block, bisect, blockAt, type Doc, firstInside, inside, type Span, sentenceAt } from '../text/index.ts'
import type { Group, Service } from './view.ts'

/** How a group is named among those whom the service of a title is for: in a list, in a sentence, under a heading. */
export type Entitlement = 'listed' | 'roll' | 'asked' | 'told' | 'addressed' | 'next'
/** Where the service stands that those named below are entitled to. */
type Place = 'title' | 'heading' | 'opening'

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
  readonly cues: { readonly addressed: readonly Span[]; readonly audience: readonly Span[] }
}

/** Groups by the service that a title, a section's heading or the opening names, and whom the text below entitles to it. */
export type Entitlements = ReadonlyMap<Service, ReadonlyMap<Group, Entitled>>

/** Services that a title may name and still be about one matter. */
const MATTERS = 2
/** Items that make a roll where no word of address heads them, and the share of them that names a group. */
const ROLL = 3
const SHARE = 0.6
/** Blocks of text that may be the opening. */
const OPENING = 3
/** Services of a text whose opening tells what it is about. */
const FEW = 3

/**
 * Whom a call, a notice or a decision is for: its title or opening names the service once, and the groups come far below,
 * in the list under "Pravo učešća imaju:", the sentence "Pierwszeństwo mają …" or the section "Dla kogo?".
 */
export function entitledOf(given: Given): Entitlements {
  const rolls = rollsOf(given)
  const subjects = subjectsOf(given)
  const found = new Map<Service, Map<Group, Entitled>>()
  for (const group of given.groups) {
    const block = blockAt(given.doc, group.start)
    const subject = block && subjects(block)
    if (!subject || !isLast(given, { group, block }, subject)) continue
    const how = howOf(given, { group, block, rolls })
    if (!how) continue
    for (const service of subject.services) {
      const own = found.get(service) ?? new Map<Group, Entitled>()
      found.set(service, own.set(group, { how, where: subject.where }))
    }
  }
  return found
}

/** Was no other service named since, up to the list or the sentence of a group? */
function isLast({ doc, services }: Given, { group, block }: Pick<Spot, 'group' | 'block'>, subject: Subject): boolean {
  const parent = doc.blocks[block.parents[0] ?? -1]
  const from = block.kind === 'item' && parent?.kind === 'lead' ? parent.start : group.start
  const last = services[bisect(services, ({ start }) => start < from) - 1]
  return subject.services.some(({ value }) => value.concept === last?.value.concept)
}

interface Subject {
  readonly services: readonly Service[]
  readonly where: Place
}

/** Finds the services that a block's section is about: those of the nearest heading that names one, else of the opening. */
function subjectsOf({ doc, services }: Given): (block: Block) => Subject | undefined {
  const named = (block: Block): readonly Service[] => inside(services, block)
  const isOne = (some: readonly Service[]) => new Set(some.map(({ value }) => value.concept)).size <= MATTERS
  const opening = doc.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'lead').slice(0, OPENING)
  const first = opening.map(named).find((some) => some.length > 0) ?? []
  const start = doc.blocks.find(({ kind }) => kind === 'paragraph' || kind === 'lead')?.index ?? 0
  const headline = doc.blocks.slice(0, start).filter(({ kind }) => kind === 'heading' || kind === 'title')
  const above = headline.map(named).findLast((some) => some.length > 0)
  const whole: Subject | undefined = above
    ? { services: above, where: 'title' }
    : first.length > 0 && new Set(services.map(({ value }) => value.concept)).size <= FEW
      ? { services: first, where: 'opening' }
      : undefined
  return ({ parents }) => {
    const heading = parents.find((index) => {
      const each = doc.blocks[index]
      return each && each.kind === 'heading' && index > start && firstInside(services, each)
    })
    const own = doc.blocks[heading ?? -1]
    const subject: Subject | undefined = own ? { services: named(own), where: 'heading' } : whole
    return subject && isOne(subject.services) ? subject : undefined
  }
}

interface Spot {
  readonly group: Group
  readonly block: Block
  readonly rolls: ReadonlySet<number>
}

/** How a group is entitled; undefined where it is not. */
function howOf(given: Given, { group, block, rolls }: Spot): Entitlement | undefined {
  const { doc, services, cues } = given
  const above = doc.blocks[block.parents[0] ?? -1]
  if (block.kind === 'heading' || block.kind === 'title' || block.kind === 'boilerplate') return undefined
  if (block.kind === 'item') {
    if (above && isHead(given, above)) return isRefused(given, above) ? undefined : 'listed'
    if (rolls.has(block.parents[0] ?? -1)) return above && isRefused(given, above) ? undefined : 'roll'
  }
  const sentence = sentenceAt(doc, group.start)
  if (firstInside(services, sentence)) return undefined
  if (above?.kind === 'heading' && isHead(given, above)) return 'asked'
  if (isTold(given, sentence, cues.audience)) return 'told'
  if (isTold(given, sentence, cues.addressed)) return 'addressed'
  const before = sentence.start > block.start ? sentenceAt(doc, sentence.start - 2) : undefined
  return before && before.start >= block.start && isTold(given, before, cues.audience) ? 'next' : undefined
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
function isTold({ doc, negations }: Given, sentence: Span, cues: readonly Span[]): boolean {
  const cue = firstInside(cues, sentence)
  if (!cue) return false
  const before = inside(doc.tokens, { start: sentence.start, end: cue.end })
  return !before.some(({ form }) => negations.has(form))
}

const isRefused = ({ doc, negations }: Given, head: Block): boolean =>
  inside(doc.tokens, head).some(({ form }) => negations.has(form))

/** The leads, by index, whose list names groups and hardly anything else. */
function rollsOf({ doc, services, groups }: Given): ReadonlySet<number> {
  const lists = new Map<number, { items: number; groups: number; services: number }>()
  for (const block of doc.blocks) {
    const [parent = -1] = block.parents
    if (block.kind !== 'item' || doc.blocks[parent]?.kind !== 'lead') continue
    const list = lists.get(parent) ?? { items: 0, groups: 0, services: 0 }
    list.items++
    if (firstInside(groups, block)) list.groups++
    if (firstInside(services, block)) list.services++
    lists.set(parent, list)
  }
  const isRoll = ([head, list]: [number, { items: number; groups: number; services: number }]): boolean =>
    list.items >= ROLL &&
    list.groups >= list.items * SHARE &&
    list.services <= list.items / 4 &&
    !firstInside(services, doc.blocks[head] ?? { start: 0, end: 0 })
  return new Set([...lists].filter(isRoll).map(([head]) => head))
}
