import { type Block, blockAt, firstInside, inside, type Span, sentenceAt } from '../text/index.ts'
import { isDenied, isNegated } from './list.ts'
import type { Group } from './mention.ts'
import type { View } from './view.ts'

/** Characters before a word that addresses a service, and between it and the colon, in a line that names addressees. */
const LINE = 25
/** Words of a label, at most. */
const LABEL = 5
/** What is no word of a label: numbers and single letters ("Kierunek IV.2", "a)"). */
const COUNTED = /^(?:.|.*\d.*|[ivx]+)$/u

/** The blocks of the list or section that a block leads or heads, or that its next block leads, so many characters far. */
export function followersOf({ doc }: View, block: Block, reach: number): Block[] {
  const followers: Block[] = []
  for (let i = block.index + 1; i < doc.blocks.length; i++) {
    const each = doc.blocks[i]
    if (!each || each.start > block.end + reach) break
    if (each.parents.some((parent) => parent === block.index || parent === block.index + 1)) followers.push(each)
  }
  return followers
}

/**
 * The lead or heading that addresses the service of a block to the groups of a list: "Usługi opiekuńcze przysługują:", or
 * right below the service or its heading "Korisnici mogu biti:", "Kto może skorzystać".
 */
export function leadOf(view: View, own: Block, block: Block): { isNegated: boolean } | undefined {
  const [parent] = own.parents
  const lead = view.doc.blocks[parent ?? -1]
  if (!lead || own.kind !== 'item') return undefined
  const isOwn = lead.index === block.index
  // "Za stipendije je posebno rangirano:" above a list of groups needs no word that addresses it.
  if (!isAddressed(view, lead) && !(isOwn && view.lists.rolls.has(lead.index))) return undefined
  const isUnder = lead.parents[0] === block.index || (lead.kind === 'lead' && lead.index === block.index + 1)
  if (!(isOwn && lead.kind === 'lead') && (isOwn || !isUnder || firstInside(view.services, lead))) return undefined
  // "d) porady prawnika" above "Dla dzieci i młodzieży: a) świetlica dla najmłodszych": the next list has services of its own.
  if (!isOwn && (firstInside(view.services, own) || view.lists.offers.has(lead.index))) return undefined
  return { isNegated: isDenied(view, lead) }
}

/** Does a lead or heading say that those of its list are addressed? */
function isAddressed(view: View, lead: Block): boolean {
  if (firstInside(view.cues.addressed, lead)) return true
  const last = inside(view.doc.tokens, lead).at(-1)
  return lead.kind === 'lead' && last !== undefined && view.leading.has(last.form)
}

/** The heading of an article, and so many characters before a word that addresses in its first words: "Na korišćenje stana po ovom osnovu imaju pravo". */
const NUMBERED = /^(?:\p{L}{2,8}\.?|§)\s?\d{1,3}\p{L}?\.?\s*$/u
const ARTICLE = 60

/** Characters between a word of purpose that opens a paragraph and those it names. */
const OPENING = 12

/**
 * "1) Jednokratna pomoć" over, or over "Član 4" over, "Za lica obolela od raka.", or over "Pravo imaju stara lica, kao i osobe sa invaliditetom.": does the
 * paragraph right below the heading of a service begin with those it is for?
 */
export function isToldBelow(view: View, { group, own }: { group: Group; own: Block }, block: Block): boolean {
  if (block.kind !== 'heading' || own.kind !== 'paragraph') return false
  const steps = own.index - block.index
  const isArticle = steps === 2 && isNumbered(view, view.doc.blocks[block.index + 1])
  if (steps !== 1 && !isArticle) return false
  const { start } = sentenceAt(view.doc, group.start)
  const before = { start, end: group.start }
  const first = firstInside(view.doc.tokens, own)
  if (!first || start > first.start || firstInside(view.services, before)) return false
  if (isNegated(view, before)) return false
  const cue = firstInside(view.cues.audience, before)
  const chain = view.chainOf.get(group) ?? group
  const isFor = view.purposes.has(first.form) && chain.start - first.end <= OPENING
  return isFor || (cue !== undefined && cue.start - start <= (isArticle ? ARTICLE : LINE))
}

/** Is a block the first below a heading, but for the number of an article: "4. Socijalno stanovanje" over "Član 15" over "Stan može dobiti …"? */
export function isFirstBelow(view: View, own: Block, head: Block): boolean {
  const steps = own.index - head.index
  return steps === 1 || (steps === 2 && isNumbered(view, view.doc.blocks[head.index + 1]))
}

/** Is a heading nothing but the number of an article: "Član 17", "§ 4."? */
function isNumbered({ doc }: View, block: Block | undefined): boolean {
  return block?.kind === 'heading' && NUMBERED.test(doc.text.slice(block.start, block.end))
}

/** "Ko ima pravo na pomoć u kući? Stara lica i osobe sa invaliditetom.": do those named right behind the question who is entitled open the answer? */
export function isAnswer(view: View, question: Span, group: Group): boolean {
  if (view.doc.text[question.end - 1] !== '?' || !firstInside(view.cues.audience, question)) return false
  const { start, end } = sentenceAt(view.doc, group.start)
  const first = firstInside(view.groups, { start, end })
  return first !== undefined && first.start - start <= LINE && !firstInside(view.services, { start, end: group.start })
}

/**
 * "1. Umanjenje cene vrtića. Za treće dete je besplatan. Deca sa smetnjama ne plaćaju.": does an item open with its service, and
 * tell sentence by sentence who has it? Not where another service is named before them, or it is denied to them.
 */
export function isToldInItem(view: View, own: Span, { service, group }: { service: Span; group: Group }): boolean {
  const block = blockAt(view.doc, own.start)
  if (block?.kind !== 'item' || !isLabelOf(view, block, { own, service })) return false
  const { start } = sentenceAt(view.doc, group.start)
  const chain = view.chainOf.get(group) ?? group
  if (chain.start - start > LINE || firstInside(view.groups, { start, end: chain.start })) return false
  // What the label names may be named again: "Za treće dete je vrtić besplatan."
  const label = new Set(inside(view.services, own).map(({ value }) => value.concept))
  const between = inside(view.services, { start: own.end, end: group.start })
  if (between.some(({ value }) => !label.has(value.concept))) return false
  return !isNegated(view, { start, end: group.start })
}

/** Does a service open its block, the first that it names, in a sentence that names nobody? */
function isLabelOf(view: View, block: Block, { own, service }: { own: Span; service: Span }): boolean {
  if (firstInside(view.groups, own) || firstInside(view.services, block) !== service) return false
  const first = firstInside(
    inside(view.doc.tokens, block).filter(({ form }) => !COUNTED.test(form)),
    block,
  )
  return first !== undefined && service.start <= first.end
}

/**
 * "1. Ogrevno drvo, do 3 m³. Pravo imaju samohrani roditelji.": does a service open its block as a label, and the next sentence
 * open with a word that addresses it to those behind? Not where the label names others, or the sentence another service.
 */
export function isToldNext(view: View, own: Span, { service, group }: { service: Span; group: Group }): boolean {
  const block = blockAt(view.doc, own.start)
  if (!block || !isLabelOf(view, block, { own, service })) return false
  const { start } = sentenceAt(view.doc, group.start)
  const before = { start, end: group.start }
  const cue = firstInside(view.cues.addressed, before)
  if (!cue || cue.start - start > LINE || firstInside(view.services, before)) return false
  return !isNegated(view, before)
}

/** The section that the service of a block is the subject of: its own, or that of the heading right above it. */
const subjectOf = (view: View, { index, kind, parents }: Block): number =>
  kind === 'heading' || kind === 'title' || view.doc.blocks[index - 1]?.index !== parents[0]
    ? index
    : (parents[0] ?? index)

/**
 * Does a block tell for whom the service of a title, of a heading or of the words right below them is: one of the list or
 * table below "Kto może skorzystać?", "Kategorija | Broj stanova"?
 */
export function isAudience(view: View, own: Block, block: Block): boolean {
  if (own.kind === 'row' && isOffer(view, own)) return false
  const subject = subjectOf(view, block)
  const above = own.parents.indexOf(subject)
  return own.parents.slice(0, Math.max(0, above)).some((index) => {
    const each = view.doc.blocks[index]
    return (
      each && each.index > block.index && firstInside(view.cues.audience, each) && !firstInside(view.services, each)
    )
  })
}

/** Is a row one of a table of services, each with those it is for, as the row above or below shows? */
const isOffer = ({ doc, services }: View, { index }: Block): boolean =>
  [index - 1, index, index + 1].some((row) => {
    const each = doc.blocks[row]
    return each?.kind === 'row' && firstInside(services, each) !== undefined
  })

/** The blocks that tell for whom the service of a block is, so many characters far. */
export function audienceOf(view: View, block: Block, reach: number): Block[] {
  const subject = view.doc.blocks[subjectOf(view, block)]
  return subject ? followersOf(view, subject, reach).filter((each) => isAudience(view, each, block)) : []
}

/** Is a sentence that opens its block a label of what follows: "Dla nastolatków. Pracownia …"? */
export function isLabel(view: View, sentence: Span): boolean {
  if (blockAt(view.doc, sentence.start)?.start !== sentence.start || firstInside(view.services, sentence)) return false
  return inside(view.doc.tokens, sentence).filter(({ form }) => !COUNTED.test(form)).length <= LABEL
}

/** Does a block name the addressees of the section that a service stands in: "Adresaci: rodziny", "Za koga: mladi"? */
export function isAddress(view: View, own: Block, { index, parents }: Block): boolean {
  // "Adresaci: osoby starsze. Zadania:" leads its own list and speaks of none above it.
  if (own.kind === 'lead' && own.index > index) return false
  const heading = parents.find((index) => view.doc.blocks[index]?.kind !== 'lead')
  const cue = firstInside(view.cues.addressed, own)
  if (!cue || own.kind === 'row' || own.parents[0] !== heading || firstInside(view.services, own)) return false
  const colon = view.doc.text.slice(cue.end, own.end).indexOf(':')
  return cue.start - own.start <= LINE && colon >= 0 && colon <= LINE
}
