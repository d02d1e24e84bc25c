import { type Doc, overlaps, type Span } from '../text/index.ts'
import { type Group, hasPurpose, type Service, type View, within } from './view.ts'

/** Characters between a service and the group behind it, at most: "usługi opiekuńcze w miejscu zamieszkania dla osób starszych". */
const REACH = 70
/** Characters between two groups of one enumeration, at most: "za decu, mlade i odrasle osobe". */
const STEP = 25

/**
 * The enumeration of groups behind a service belongs to it, and to services joined before it ("pomoć u kući i dnevni
 * boravak za decu"). Where none follows, the one that opens the scope ("dla seniorów są zajęcia ruchowe"), unless the
 * service names somebody else itself ("prihvatilište za odrasla lica").
 */
export function attached(view: View, service: Service, scope: Span): Group[] {
  const here = within(view.groups, scope)
  const peers = within(view.services, scope)
  const following = followed(view, service, { here, peers })
  if (following.length || namesOthers(view, service)) return following
  const chain = peers.slice(0, peers.indexOf(service) + 1)
  const first = chain[0]
  const joinedToFirst = chain.every((peer, i) => i === 0 || joined(view.doc, chain[i - 1] ?? peer, peer))
  if (!first || !joinedToFirst) return []
  const before = here.filter((group) => group.end <= first.start)
  const last = before.at(-1)
  return last && reaches(view.doc, last, first) ? enumeration(view.doc, before.reverse()).reverse() : []
}

interface Scope {
  readonly here: readonly Group[]
  readonly peers: readonly Service[]
}

function followed(view: View, service: Service, { here, peers }: Scope): Group[] {
  for (let i = peers.indexOf(service); i < peers.length; i++) {
    const from = peers[i]
    const next = peers[i + 1]
    if (!from) break
    const groups = here.filter((group) => isFor(view, from, group) && (!next || group.start < next.start))
    if (groups[0]) return isClose(view, from, groups[0]) ? enumeration(view.doc, groups) : []
    if (!next || !conjoined(view.doc, from, next)) break
  }
  return []
}

/** A group behind a service, or inside its words behind a word of purpose: the youth of "klub za mlade", not the child of "dom dziecka". */
function isFor(view: View, service: Service, group: Group): boolean {
  if (group.start <= service.start) return false
  return !overlaps(service, group) || hasPurpose(view, { start: service.start, end: group.start })
}

/** Behind a comma it takes a word of purpose or of taking part: "pomoć u kući, pre svega za stare", "ŚDS, który przyjmuje osoby". */
function isClose(view: View, service: Service, group: Group): boolean {
  if (group.start < service.end) return true
  const comma = view.doc.text.slice(service.end, group.start).lastIndexOf(',')
  const stretch = { start: service.end + comma, end: group.start }
  const open = comma < 0 || hasPurpose(view, stretch) || takesPart(view, stretch)
  return open && reaches(view.doc, service, group)
}

const takesPart = ({ doc, beneficiary }: View, stretch: Span): boolean =>
  beneficiary.find({ tokens: within(doc.tokens, stretch), blocks: doc.blocks }).length > 0

const reaches = (doc: Doc, a: Span, b: Span): boolean =>
  b.start - a.end <= REACH && !/[.;]\s/u.test(doc.text.slice(a.end, b.start))

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
  b.start - a.end < 60 && !/[.:;()–—]/u.test(doc.text.slice(a.end, b.start))

/** Two services with one purpose: few words and no comma stand between them. */
const conjoined = (doc: Doc, a: Span, b: Span): boolean =>
  joined(doc, a, b) && !doc.text.slice(a.end, b.start).includes(',')

/** A word of purpose ends within so many characters behind a service. */
const NEXT = 20

/** Does a word of purpose stand right behind the service: "svratište za …"? */
const namesOthers = ({ doc, purposes }: View, service: Service): boolean =>
  purposes.has(within(doc.tokens, { start: service.end, end: service.end + NEXT })[0]?.form ?? '')
