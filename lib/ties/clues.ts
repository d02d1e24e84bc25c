import {
  along,
  type Block,
  blockAt,
  clauseAt,
  contains,
  firstInside,
  inside,
  quote,
  type Span,
  sentenceAt,
} from '../text/index.ts'
import type { Candidate } from './candidate.ts'
import { isFirstBelow } from './led.ts'
import { isSame, type Rivals, ROW, SENTENCES, TOGETHER } from './rivals.ts'
import { followsPurpose, hasPurpose, natureOf, type View } from './view.ts'
import type { Zone } from './zone.ts'

const OVER: ReadonlySet<Zone> = new Set(['lead', 'heading', 'title'])
/** Zones in another sentence or block, where neither stands over the other. */
const APART: ReadonlySet<Zone> = new Set([...SENTENCES, 'above', 'below', 'near'])
/** A lead and each item of its list are one clause: "Usługi przysługują: – osobom starszym, – osobom chorym". */
const LED = ['clause', 'clause behind', 'behind, 0 services between', 'word of purpose between']
/** A label stands above what follows as a lead above its list. */
const LABEL = ['lead', 'alone under lead']

/**
 * What speaks for and against a tie, as words that `fit.ts` weighs: where the group stands, what stands between, whom the
 * service is for by its nature, and which other group could be meant. `rivals` sums up all candidates of the same service.
 */
export function cluesOf(view: View, candidate: Candidate, rivals: Rivals): string[] {
  const { zone } = candidate
  return [
    zone,
    ...meaning(view, candidate, rivals),
    ...rivalry(candidate, rivals),
    ...(TOGETHER.has(zone) ? together(view, candidate) : []),
    ...(SENTENCES.has(zone) ? apart(view, candidate, rivals) : []),
    ...(OVER.has(zone) ? over(view, candidate, rivals) : []),
    ...(zone === 'led' ? LED : []),
    ...(zone === 'entitled' ? entitled(view, candidate) : []),
    takesUp(view, candidate) && `${zone}, taken up`,
    isAddressed(view, candidate) && 'far, addressed',
    ...opening(view, candidate),
    ...(zone === 'section' ? section(view, candidate) : []),
    ...(zone === 'told' ? told(view, candidate, rivals) : []),
    ...kinds(view, candidate),
  ].filter((clue) => clue !== false)
}

type Clue = string | false

/**
 * Of what is tied: the concepts, alone and together, and whether the service is for the group by its nature. A list or a
 * section that names no group of its own is for those of its lead, whatever the service, and for those of its heading, if
 * rather by its nature; so is a service that a lead or heading addresses to the groups of its list.
 */
function meaning(view: View, candidate: Candidate, rivals: Rivals): Clue[] {
  const { service, group, zone } = candidate
  const { concept } = group.value
  const nature = natureOf(service, concept)
  const pair = `${service.value.concept} > ${concept}`
  if (zone === 'led' || zone === 'entitled') return []
  if (zone === 'label') return [...LABEL, rivals.together && 'label, own group', `nature ${nature}`]
  if (OVER.has(zone) && !rivals.same)
    return zone === 'title'
      ? ['alone under title', pair, `alone under title, nature ${nature}`]
      : [`alone under ${zone}`, zone === 'heading' && `alone under heading, nature ${nature}`]
  const isFar = !TOGETHER.has(zone) && !ROW.has(zone) && zone !== 'inside'
  const share = view.share(concept)
  return [
    pair,
    `service ${service.value.concept}`,
    `group ${concept}`,
    `nature ${nature}`,
    isFar && `far, nature ${nature}`,
    nature !== 'yes' && rivals.natural(candidate) && 'nature of a rival',
    isFar && share > 0.5 && 'far, main group',
    isFar && share === 1 && 'far, only group',
  ]
}

/** Entitled to the service of a title: by what, to a service named where, and whether it is for them by its nature. */
function entitled(view: View, { service, group }: Candidate): Clue[] {
  const own = view.entitled.get(service)?.get(group)
  if (!own) return []
  const nature = natureOf(service, group.value.concept)
  return [`entitled, ${own.how}`, `entitled in ${own.where}`, `entitled, ${own.how}, nature ${nature}`]
}

/** Told for whom all services of a section are: for whom this one is by its nature, and whether something closer names a group. */
function told(view: View, { service, group, isBehind }: Candidate, rivals: Rivals): Clue[] {
  return [
    `told, nature ${natureOf(service, group.value.concept)}`,
    rivals.same && 'told, own group',
    rivals.heading >= 0 && 'told, group in heading',
    isBehind && 'told behind',
    blockAt(view.doc, service.start)?.kind === 'item' && 'told, item',
  ]
}

/**
 * In the section that the service heads: for whom it is by its nature where the group stands in the first words, and whether the
 * first clause names no other service before it: "2. Drva za ogrev" over "Drva će dobiti samohrani roditelji."
 */
function section(view: View, { service, group, block }: Candidate): Clue[] {
  const head = blockAt(view.doc, service.start)
  if (!head || !isFirstBelow(view, block, head)) return []
  const others = inside(view.services, { start: head.end, end: group.start })
  const isOwn = others.every(({ value }) => value.concept === service.value.concept)
  const opening = { start: block.start, end: block.start + 1 }
  return [
    `section, first, nature ${natureOf(service, group.value.concept)}`,
    isOwn && contains(clauseAt(view.doc, opening, view.turns), group) && 'section, first clause',
  ]
}

/** Groups that stand nearer. */
function rivalry(candidate: Candidate, rivals: Rivals): Clue[] {
  const { zone } = candidate
  return [
    isSame(candidate) && zone !== 'inside' && rivals.isNearer(candidate) && 'rival nearer',
    zone !== 'inside' && zone !== 'entitled' && rivals.inside && 'rival inside',
  ]
}

/** In one sentence or cell: on which side, with what between, and how the sentence goes. */
function together(view: View, { service, services, groups, zone, isBehind }: Candidate): Clue[] {
  const side = isBehind ? 'behind' : 'ahead'
  const between: Span = isBehind
    ? { start: services.end, end: groups.start }
    : { start: groups.end, end: services.start }
  const others = inside(view.chains, between).filter(({ dimension }) => dimension === 'services').length
  const sentence = sentenceAt(view.doc, service.start)
  const opening = firstInside(view.chains, sentence)
  const opposite = view.chains[services.index + (isBehind ? -1 : 1)]
  const isGroup = opposite?.dimension === 'targetGroups' && contains(sentence, opposite)
  const last = isBehind ? services.members.at(-1) : services.members[0]
  return [
    `${zone} ${side}`,
    `${side}, ${Math.min(2, others)} services between`,
    opening !== undefined && `${side}, sentence opens with ${opening.dimension}`,
    isGroup && `${side}, group on the other side`,
    followsPurpose(view.doc, view, groups.start) && `${side}, word of purpose`,
    isBehind && hasPurpose(view.doc, view, between) && 'word of purpose between',
    last !== undefined && last !== service && `${side}, joined`,
    ...marks(view, between, isBehind),
  ]
}

/**
 * In another sentence of the block: whether the service has a group in its own, and whether that of the group, next to it, names
 * no service: "Otvara se stan. Dva mesta čuvaju se za beskućnike."
 */
function apart({ doc, services }: View, { group, zone }: Candidate, rivals: Rivals): Clue[] {
  const isNext = zone === 'before' || zone === 'behind'
  const isFree = isNext && firstInside(services, sentenceAt(doc, group.start)) === undefined
  return [rivals.together && `${zone}, own group`, isFree && `${zone}, no service`]
}

/** What stands behind a dash or colon is said of what stands before it: "dla seniorów – porady prawne, taksówka". */
const DASH = /\s[–—-]\s|:\s/u

/** Marks and words of address between a service and a group. */
function marks({ doc, cues }: View, between: Span, isBehind: boolean): Clue[] {
  const side = isBehind ? 'behind' : 'ahead'
  const words = quote(doc, between)
  return [
    words.includes(',') && `${side}, comma between`,
    DASH.test(words) && `${side}, dash between`,
    isBehind && /,\s*$/u.test(words) && 'comma before group',
    isBehind && /\([^)]*$/u.test(words) && 'group in brackets',
    firstInside(cues.addressed, between) !== undefined && `${side}, word of address between`,
  ]
}

/** Zones of a sentence that may open with the group: "Dla dzieci przygotowano …", "Za decu: …". */
const OPENED: ReadonlySet<Zone> = new Set(['clause', 'sentence', 'before', 'behind', 'label'])

/** Does the sentence of a group open with it behind a word of purpose? The first other word answers, however long the sentence. */
function opening(view: View, { group, zone }: Candidate): Clue[] {
  if (!OPENED.has(zone)) return []
  const { start } = sentenceAt(view.doc, group.start)
  let words = 0
  for (const { form } of along(view.doc.tokens, { start, end: group.start })) {
    if (!/\p{L}{2}/u.test(form)) continue
    if (!view.purposes.has(form)) return []
    words++
  }
  return [words > 0 && `${zone}, sentence opens for group`]
}

/**
 * Is the group, or the service, of the sentence before taken up: "Za njih je otvoren klub", "Dzieci mogą tu odpocząć"? Or
 * that of a heading: "Za članove ovih porodica organizuju se javni radovi"?
 */
function takesUp({ doc, cues }: View, { service, group, zone }: Candidate): boolean {
  if (zone === 'before' || zone === 'above' || OVER.has(zone))
    return firstInside(cues.pronouns, sentenceAt(doc, service.start)) !== undefined
  return (zone === 'behind' || zone === 'below') && firstInside(cues.here, sentenceAt(doc, group.start)) !== undefined
}

/**
 * Is a group of another sentence addressed there, where no service stands before: "Usluga je namenjena deci", "Pravo na nju
 * imaju korisnici socijalne pomoći"?
 */
function isAddressed({ doc, cues, services }: View, { group, zone }: Candidate): boolean {
  if (!APART.has(zone)) return false
  const sentence = sentenceAt(doc, group.start)
  const address = firstInside(cues.addressed, sentence)
  if (address) return !firstInside(services, { start: sentence.start, end: address.start })
  const asked = sentenceAt(doc, sentence.start - 2)
  return doc.text[asked.end - 1] === '?' && firstInside(cues.audience, asked) !== undefined
}

/** Zones of blocks that stand close by, with nothing else in common. */
const CLOSE: ReadonlySet<Zone> = new Set(['above', 'below', 'near'])

/** Kinds of the blocks where neither stands over the other: an item is seldom for those of a paragraph above its list. */
function kinds({ doc }: View, { service, block, zone }: Candidate): Clue[] {
  return [CLOSE.has(zone) && `${zone}, ${block.kind} to ${blockAt(doc, service.start)?.kind}`]
}

/** In a lead, heading or title above: how close, and whether something closer names a group. */
function over(view: View, { zone, block, service }: Candidate, rivals: Rivals): Clue[] {
  const concepts = new Set(inside(view.groups, block).map((group) => group.value.concept))
  const own = blockAt(view.doc, service.start)?.parents.filter((index) => view.doc.blocks[index]?.kind === 'heading')
  return [
    rivals.same && `${zone}, own group`,
    zone === 'heading' && `heading ${Math.min(3, 1 + (own?.indexOf(block.index) ?? 0))}`,
    zone === 'heading' && `heading, ${paragraphsBetween(view, block, service)} paragraphs off`,
    zone !== 'lead' && rivals.heading > block.index && `${zone}, nearer heading`,
    concepts.size > 1 && 'several groups above',
  ]
}

/** Paragraphs between a heading and a service below it, at most three: what comes last in a section is often of all. */
function paragraphsBetween({ doc, paragraphs }: View, heading: Block, service: Span): number {
  const last = (blockAt(doc, service.start)?.index ?? heading.index) - 1
  return Math.min(3, Math.max(0, (paragraphs[last] ?? 0) - (paragraphs[heading.index] ?? 0)))
}
