import type { Found } from '../extract/extractor.ts'
import type { Locale } from '../locales/index.ts'
import { type Block, blockAt, clauseAt, type Doc, sentenceAt } from '../text/index.ts'
import { attached } from './attached.ts'
import { natural } from './natural.ts'
import { type Group, type Service, type View, viewOf, within } from './view.ts'

/**
 * The groups that the text ties each service mention to, from the closest tie to the loosest: the same clause ("dnevni
 * boravak za decu"), the same sentence or table row, the sentence behind that says whom it is for ("Namenjeno je
 * beskućnicima"), the group that opens the paragraph ("Beskućnici: …"), the lead or heading above, a group close by
 * whom the service is for by its nature. The first tie that names a group decides; the title ties nothing.
 */
export function tiesOf(doc: Doc, locale: Locale, found: readonly Found[]): Map<Found, readonly Group[]> {
  const view = viewOf(doc, locale, found)
  return new Map(view.services.map((service) => [service, tied(view, service)]))
}

/** A service and the block that it stands in. */
interface Place {
  readonly service: Service
  readonly block: Block
}

function tied(view: View, service: Service): readonly Group[] {
  const block = blockAt(view.doc, service.start)
  if (!block) return []
  const ties = block.kind === 'row' ? [inRow, above, natural] : [inSentence, behind, opening, above, natural]
  for (const tie of ties) {
    const groups = tie(view, { service, block })
    if (groups.length) return groups.every(isGeneral) ? [...groups, ...narrower(view, groups, block)] : groups
  }
  return []
}

/** Groups so general that the heading above still says which of them are meant: "predah za roditelje" under "Deca sa smetnjama". */
const GENERAL: ReadonlySet<string> = new Set(['children', 'youth', 'families-with-children', 'women'])
const isGeneral = (group: Group): boolean => GENERAL.has(group.value.concept)

/** What the heading above says more closely than these general groups, unless it names them itself. */
function narrower(view: View, groups: readonly Group[], block: Block): Group[] {
  const over = above(view, { block })
  const named = new Set(over.map((group) => group.value.concept))
  return groups.every((group) => named.has(group.value.concept)) ? [] : over.filter((group) => !isGeneral(group))
}

const inRow = (view: View, { service, block }: Place): Group[] =>
  within(view.groups, block).filter((group) => group.end <= service.start || group.start >= service.end)

/** Groups of the clause, or else of the sentence, that stand nearer to this service than to another. */
function inSentence(view: View, { service }: Place): Group[] {
  const clause = attached(view, service, clauseAt(view.doc, service, view.turns))
  return clause.length ? clause : attached(view, service, sentenceAt(view.doc, service.start))
}

/** Words into a sentence within which it says that it speaks of whom a service is for: "Uslugu koristi …". */
const CUE_REACH = 40

/** Groups of the next sentence, where it says from its beginning whom the service is for and names no other service. */
function behind({ doc, services, groups, beneficiary }: View, { service, block }: Place): Group[] {
  const own = sentenceAt(doc, service.start)
  const next = within(doc.sentences, block).find((sentence) => sentence.start >= own.end)
  if (!next || within(services, next).length) return []
  const opening = { start: next.start, end: Math.min(next.end, next.start + CUE_REACH) }
  const cued = beneficiary.find({ tokens: within(doc.tokens, opening), blocks: doc.blocks }).length > 0
  return cued ? within(groups, next) : []
}

/** The group that a paragraph or item begins with, as a heading of its own: "Beskućnici (evidentirano 9). Prihvatilište …" */
function opening({ doc, groups }: View, { service, block }: Place): Group[] {
  const first = groups.find((group) => group.start >= block.start && group.end <= service.start)
  if (!first || /\p{L}{4}/u.test(doc.text.slice(block.start, first.start))) return []
  return /^\s*[.:(–-]/u.test(doc.text.slice(first.end, first.end + 3)) ? [first] : []
}

/** Groups of the nearest lead or heading above that names any. */
function above({ doc, groups }: View, { block }: Pick<Place, 'block'>): Group[] {
  for (const index of block.parents) {
    const parent = doc.blocks[index]
    if (!parent || parent.kind === 'title') return []
    const here = divides(doc, parent) ? within(groups, parent) : []
    if (here.length) return here
  }
  return []
}

/** Is a lead, or one heading of several of its rank? The only heading of an article is its title in truth. */
const divides = (doc: Doc, { index, kind, level }: Block): boolean =>
  kind === 'lead' ||
  doc.blocks.some((other) => other.index !== index && other.kind === 'heading' && other.level <= level)
