import * as z from 'zod'
import type { Found } from '../extract/extractor.ts'
import { Lexicon, type Locale } from '../locales/index.ts'
import {
  type Block,
  blockAt,
  clauseAt,
  contains,
  type Doc,
  fold,
  inOrder,
  type Span,
  sentenceAt,
} from '../text/index.ts'

type Service = Found<'services'>
type Group = Found<'targetGroups'>

interface View {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly groups: readonly Group[]
  readonly turns: ReadonlySet<string>
  readonly beneficiary: Lexicon
  readonly purposes: ReadonlySet<string>
}

const Scope = z.object({ beneficiary: z.array(z.string()), purposes: z.array(z.string()), turns: z.array(z.string()) })

/**
 * The groups that the text ties each service mention to, from the closest tie to the loosest: the same clause ("dnevni
 * boravak za decu"), the same sentence or table row, the sentence behind that says whom it is for ("Namenjeno je
 * beskućnicima"), the lead or heading above. The first tie that names a group decides; the title ties nothing.
 */
export function tiesOf(doc: Doc, locale: Locale, found: readonly Found[]): Map<Found, readonly Group[]> {
  const { beneficiary, purposes, turns } = Scope.parse(locale.lists['scope'])
  const services = found.filter((f): f is Service => f.dimension === 'services').sort(inOrder)
  const groups = found.filter((f): f is Group => f.dimension === 'targetGroups').sort(inOrder)
  const view: View = {
    doc,
    services,
    groups,
    turns: new Set(turns.map(fold)),
    purposes: new Set(purposes.map(fold)),
    beneficiary: new Lexicon([['beneficiary', beneficiary]], locale.inflect),
  }
  return new Map(services.map((service) => [service, tied(view, service)]))
}

function tied(view: View, service: Service): readonly Group[] {
  const { doc } = view
  const block = blockAt(doc, service.start)
  if (!block) return []
  const near = block.kind === 'row' ? within(view.groups, block) : inSentence(view, service)
  if (near.length) return near
  const next = block.kind === 'row' ? [] : behind(view, service)
  return next.length ? next : above(view, block)
}

const within = <S extends Span>(spans: readonly S[], outer: Span): S[] => spans.filter((span) => contains(outer, span))

/** Groups of the clause, or else of the sentence, that stand nearer to this service than to another. */
function inSentence(view: View, service: Service): Group[] {
  const clause = attached(view, service, clauseAt(view.doc, service, view.turns))
  return clause.length ? clause : attached(view, service, sentenceAt(view.doc, service.start))
}

/** Characters between a service and the group behind it, at most: "usługi opiekuńcze w miejscu zamieszkania dla osób starszych". */
const REACH = 70
/** Characters between two groups of one enumeration, at most: "za decu, mlade i odrasle osobe". */
const STEP = 25

/**
 * The enumeration of groups behind a service belongs to it, and to services joined before it ("pomoć u kući i dnevni
 * boravak za decu"). Where none follows, the one that opens the clause ("dla seniorów są zajęcia ruchowe"), unless the
 * service names somebody else itself ("prihvatilište za odrasla lica").
 */
function attached(view: View, service: Service, scope: Span): Group[] {
  const here = within(view.groups, scope)
  const peers = within(view.services, scope)
  const following = followed(view, { here, peers, service })
  if (following.length || namesOthers(view, service)) return following
  const chain = peers.slice(0, peers.indexOf(service) + 1)
  const first = chain[0]
  const joinedToFirst = chain.every((peer, i) => i === 0 || joined(view.doc, chain[i - 1] ?? peer, peer))
  if (!first || !joinedToFirst) return []
  const before = here.filter((group) => group.end <= first.start)
  const last = before.at(-1)
  return last && first.start - last.end <= REACH ? enumeration(view.doc, before.reverse()).reverse() : []
}

interface Clause {
  readonly here: readonly Group[]
  readonly peers: readonly Service[]
  readonly service: Service
}

function followed({ doc }: View, { here, peers, service }: Clause): Group[] {
  for (let i = peers.indexOf(service); i < peers.length; i++) {
    const from = peers[i]
    const next = peers[i + 1]
    if (!from) break
    const groups = here.filter((group) => group.start >= from.start && (!next || group.start < next.start))
    const [first] = groups
    if (first) {
      const between = doc.text.slice(from.end, first.start)
      const close = between.length <= REACH && (from === service || !/[,–—]/u.test(between))
      return close ? enumeration(doc, groups) : []
    }
    if (!next || !joined(doc, from, next)) break
  }
  return []
}

/** The groups from the first on that follow each other closely, in either direction. */
function enumeration(doc: Doc, groups: readonly Group[]): Group[] {
  const end = groups.findIndex((group, i) => {
    const before = groups[i - 1]
    if (!before) return false
    const [a, b] = before.start < group.start ? [before, group] : [group, before]
    return b.start - a.end > STEP || /[.:;()]/u.test(doc.text.slice(a.end, b.start))
  })
  return groups.slice(0, end < 0 ? groups.length : end)
}

/** Only a comma or a small joining word, and few words, stand between two services of one enumeration. */
const joined = (doc: Doc, a: Span, b: Span): boolean =>
  b.start - a.end < 60 && !/[.:()–—]/u.test(doc.text.slice(a.end, b.start))

/** Does a word of purpose stand right behind the service: "svratište za …"? */
const namesOthers = ({ doc, purposes }: View, service: Service): boolean =>
  purposes.has(doc.tokens.find((token) => token.start >= service.end)?.form ?? '')

/** Groups of the sentences behind, up to the next service, that say whom the service is for. */
function behind({ doc, services, groups, beneficiary }: View, service: Service): Group[] {
  const block = blockAt(doc, service.start)
  const own = sentenceAt(doc, service.start)
  if (!block) return []
  const later = within(doc.sentences, block).filter((sentence) => sentence.start >= own.end)
  for (const sentence of later) {
    if (within(services, sentence).length) return []
    const here = within(groups, sentence)
    if (here.length && beneficiary.find({ tokens: within(doc.tokens, sentence), blocks: doc.blocks }).length)
      return here
  }
  return []
}

/** Groups of the nearest lead or heading above that names any. */
function above({ doc, groups }: View, block: Block): Group[] {
  for (const index of block.parents) {
    const parent = doc.blocks[index]
    if (!parent || parent.kind === 'title') return []
    const here = within(groups, parent)
    if (here.length) return here
  }
  return []
}
