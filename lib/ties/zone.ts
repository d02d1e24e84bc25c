import { type Block, clauseAt, contains, firstInside, overlaps, type Span, sentenceAt } from '../text/index.ts'
import { isAddress, isAnswer, isAudience, isLabel, isToldBelow, isToldInItem, isToldNext, leadOf } from './led.ts'
import type { Group, Service } from './mention.ts'
import { isToldOf } from './told.ts'
import { followsPurpose, natureOf, type View } from './view.ts'

/**
 * Where a group stands as seen from a service: inside its words, in its cell or one to the side, in its clause or
 * sentence, in the sentence before or behind or further off in its block, in the lead, heading or title above it, in a
 * label, in the list or section that the service leads or heads, among those whom the text entitles to it, where it tells for whom
 * all services of the section are, or in another block close by.
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
  | 'label'
  | 'led'
  | 'entitled'
  | 'told'
  | 'section'
  | 'above'
  | 'below'
  | 'near'
  | 'heading-near'

interface Place {
  readonly service: Service
  readonly block: Block
}

/** The zone of a group in its block; none where the lead of its list tells who is left out. */
export function zoneOf(
  view: View,
  { service, block }: Place,
  { group, own }: { group: Group; own: Block },
): Zone | undefined {
  if (overlaps(service, group)) return isContinued(view, service, group) ? 'led' : 'inside'
  if (own.index === block.index)
    return block.kind === 'row' ? inRow(block, service, group) : inBlock(view, service, group)
  const lead = leadOf(view, own, block)
  if (lead) return lead.isNegated ? undefined : 'led'
  if (isAudience(view, own, block) && !firstInside(view.services, lineAt(view, group))) return 'led'
  const entitled = view.entitled.get(service)?.get(group)
  if (entitled) return entitled.how === 'listed' || entitled.how === 'asked' ? 'led' : 'entitled'
  if (isToldBelow(view, { group, own }, block)) return 'led'
  if (own.parents.includes(block.index)) return block.kind === 'lead' ? 'below' : 'section'
  if (block.parents.includes(own.index)) return own.kind === 'lead' ? 'lead' : view.divides(own) ? 'heading' : 'title'
  if (view.outer.get(block.index) === own.index && !firstInside(view.services, own)) return 'lead'
  if (isAddress(view, own, block)) return 'label'
  if (isToldOf(view.audiences, own, block)) return 'told'
  if (own.kind === 'heading' || own.kind === 'title') return 'heading-near'
  if (isOfAnother(view, own, block)) return undefined
  return own.index === block.index - 1 ? 'above' : own.index === block.index + 1 ? 'below' : 'near'
}

/** "klub za decu" in "klub za decu bez roditeljskog staranja": behind the word of purpose a service's own words go on into a group. */
function isContinued(view: View, service: Service, group: Group): boolean {
  if (group.start <= service.start || group.end <= service.end) return false
  if (
    natureOf(service, group.value.concept) === 'yes' ||
    /[,;:]/u.test(view.doc.text.slice(service.start, group.start))
  )
    return false
  return followsPurpose(view.doc, view, group.start)
}

/** "4. Obiady / Mogą o nie wystąpić seniorzy. / 5. Stypendia": does a paragraph below the heading of a service stand above that of another? */
function isOfAnother(view: View, own: Block, block: Block): boolean {
  if (block.kind !== 'heading' || own.kind !== 'paragraph' || own.index > block.index) return false
  const head = view.doc.blocks[own.parents[0] ?? -1]
  return head?.kind === 'heading' && firstInside(view.services, head) !== undefined
}

/** The line of a group, as far as its block goes: a row of a table without lines has its own service, or none. */
function lineAt({ doc: { text } }: View, { start, end }: Span): Span {
  const next = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next }
}

function inRow({ cells }: Block, service: Span, group: Span): Zone {
  const cellOf = (span: Span) => cells.findIndex((cell) => contains(cell, span))
  const step = cellOf(group) - cellOf(service)
  return step === 0 ? 'cell' : step > 0 ? 'right' : 'left'
}

function inBlock(view: View, service: Span, group: Group): Zone {
  const [own, other] = [sentenceAt(view.doc, service.start), sentenceAt(view.doc, group.start)]
  if (own.start === other.start) return contains(clauseAt(view.doc, service, view.turns), group) ? 'clause' : 'sentence'
  const [first, second] = own.start < other.start ? [own, other] : [other, own]
  if (isLabel(view, other)) return 'label'
  const between = { start: first.end, end: second.start }
  const areNext = !firstInside(view.doc.sentences, between)
  if (other.start < own.start) return areNext || isTakenUp(view, own, between) ? 'before' : 'earlier'
  if (areNext && (isAnswer(view, own, group) || isToldNext(view, own, { service, group }))) return 'led'
  if (isToldInItem(view, own, { service, group })) return 'led'
  return areNext ? 'behind' : 'later'
}

/** "Osoby usamodzielniane otrzymują pomoc. Mogą zamieszkać w mieszkaniu. Doradca prowadzi dla nich zajęcia.": no other group stands between. */
const isTakenUp = ({ cues, groups }: View, own: Span, between: Span): boolean =>
  firstInside(cues.pronouns, own) !== undefined && firstInside(groups, between) === undefined
