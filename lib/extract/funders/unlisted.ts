import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { contains, fold, inside, once, type Span, sentenceAt, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { privateGiver } from './firms.ts'
import { type Money, type Reason, reasonFor, windowOf, wordBefore } from './money.ts'
import { type Head, organisationAt } from './names.ts'
import { programmeAt } from './programmes.ts'
import { receives } from './recipients.ts'
import { titlesOf } from './titles.ts'
import type { Words } from './words.ts'

/** A cue further from an unlisted name than this does not make it a giver. */
const NEAR = 45
/** Behind so many words a giver that opens the quotes only begins the name: „EU podrška inkluziji Roma“. */
const CALLED = 3
/** Words before and behind the head of a programme among which it is set beside another. */
const BESIDE = 5
/** So near the beginning of the next sentence stands the word that takes a programme up. */
const RESUMED = 30

/**
 * Givers and programmes that the list lacks, named as the text names them: "ze środków Funduszu Dopłat", "kroz program
 * Exchange 4".
 */
export function unlisted(money: Money): Found<'funders'>[] {
  let read = 0
  const all = money.heads.flatMap((head) => {
    if (head.start < read) return []
    const name = isGiver(head)
      ? organisationAt(money, head)
      : programmeAt(money, head, isListed(money, head) || isThrough(money, head))
    if (!name || isKnown(money, head, name) || isOfficeOf(money, head, name) || isShort(money, name)) return []
    const reason = isGiver(head) ? reasonNear(money, head, name) : throughOf(money, head, name)
    if (!reason) return []
    read = name.end
    return [{ head, name, reason }]
  })
  const titles = titlesOf(money, all)
  return all.flatMap((each, i) => {
    const found = foundOf(each, titles[i] ?? '')
    return each.head.id === 'firm' ? [found, privateGiver(money, each.name, each.reason)] : [found]
  })
}

/** Does the list know it? In the quotes of a programme's own name a giver may stand: program „Podrška EU mladima“. */
function isKnown({ doc, names }: Money, head: Head, name: Span): boolean {
  if (!touches(names, name)) return false
  const inner = inside(names, name)
  const isQuoted = head.id === 'programme' && /[„"“«]/u.test(doc.text[name.start - 1] ?? '')
  const isCalled = ({ start, end }: Span): boolean =>
    start === name.start && (doc.text.slice(end, name.end).match(/\p{L}{2,}/gu)?.length ?? 0) < CALLED
  return !isQuoted || inner.some((each) => isCalled(each) || funder(each.id)?.type === 'programme')
}

/** "Regionalni stambeni program (RSP)", and then "Fond RSP-a": what bears the short name of a listed one is that one's. */
function isShort(money: Money, name: Span): boolean {
  const short = /\s(\p{Lu}{3,8})$/u.exec(money.doc.text.slice(name.start, name.end))?.[1]
  return short !== undefined && shortNames(money).has(short)
}

/** What stands in brackets behind the listed names. */
const shortNames = once(
  ({ doc, names }: Money): ReadonlySet<string> =>
    new Set(names.flatMap(({ end }) => /^ \((\p{Lu}{3,8})/u.exec(doc.text.slice(end, end + 10))?.[1] ?? [])),
)

/**
 * "Kancelarija nemačke humanitarne organizacije ASB": small words up to a listed name that is no government's only
 * describe it.
 */
function isOfficeOf({ doc, names }: Money, head: Head, name: Span): boolean {
  const next = inside(names, { start: name.end, end: name.end + NEAR })[0]
  if (!next || !/^\s[„"“«]?$/u.test(doc.text.slice(name.end, next.start))) return false
  return funder(next.id)?.kind !== 'national' && !/\p{Lu}/u.test(doc.text.slice(head.end, name.end))
}

/** Does a list of sources name it? */
const isListed = (money: Money, head: Head): boolean =>
  money.zonesAt(head).some((zone) => zone.cell === 'whole' && zone.rule !== 'funder/section' && contains(zone, head))

/** Does the word open the name of one who gives, and not of a programme? */
const isGiver = ({ id }: Head): boolean => id === 'organisation' || id === 'firm' || id === 'association'

/** "pokriva pokrajina preko Sekretarijata": money of another named before it passes through. */
function isChannel(money: Money, head: Head): boolean {
  const before = { start: sentenceAt(money.doc, head.start).start, end: head.start }
  return money.words.channels.has(wordBefore(money, head)) && inside(money.names, before).length > 0
}

/** An organisation gives where a word of giving governs it from near by, or where sources are listed. */
function reasonNear(money: Money, head: Head, name: Span): Reason | undefined {
  if (isChannel(money, head) || receives(money, name) || (head.id === 'association' && !hands(money, name)))
    return undefined
  if (money.words.rooms.has(wordBefore(money, head))) return undefined
  const reason = reasonFor(money, name)
  if (reason?.rule !== 'funder/cue') return reason && { ...reason, confidence: 0.8 }
  const governor = money.govern({ start: head.start, end: name.end })
  if (!governor || governor.distance > NEAR || isBeside(money, name, governor.cue)) return undefined
  return isTaker(money, head, governor.cue) ? undefined : { ...reason, confidence: 0.75 }
}

/** "država ima Alimentacioni fond i subvencije": what "i" joins to a name is another thing, and says nothing of it. */
const isBeside = ({ doc, words }: Money, name: Span, cue: Hit): boolean =>
  besideOf(words).test(fold(doc.text.slice(name.end, Math.max(name.end, cue.start))))

const besideOf = once(({ and }: Words) => new RegExp(`^\\s(?:${and})\\s$`, 'u'))

/** "da Kancelarija, u kojoj sedi jedan čovek, dobije još jednog": behind a head in the nominative "dobije" has it for its subject. */
function isTaker({ doc, words }: Money, head: Head, cue: Hit): boolean {
  const form = fold(doc.text.slice(head.start, head.end))
  const isNominative = words.nominatives.some(([stem, ending]) => form === stem + ending)
  const verb = { tokens: doc.tokens.slice(cue.first, cue.last), blocks: doc.blocks }
  return isNominative && cue.start >= head.end && words.receiving.find(verb).length > 0
}

/** "Udruženje „Zora“ poklonilo je": with nothing but small words between. */
function hands({ doc, words }: Money, name: Span): boolean {
  const near = { tokens: inside(doc.tokens, { start: name.start - NEAR, end: name.end + NEAR }), blocks: doc.blocks }
  return words.handing.find(near).some((verb) => {
    const between = verb.end <= name.start ? doc.text.slice(verb.end, name.start) : doc.text.slice(name.end, verb.start)
    return /^\s(?:\p{Ll}{1,3}\s){0,2}$/u.test(between)
  })
}

/**
 * A programme pays where money comes through it: "u okviru programa … uz podršku", "ten program finansują", in a list
 * of sources.
 */
function throughOf(money: Money, head: Head, name: Span): Reason | undefined {
  if (head.id === 'project' && isPaidFor(money, name)) return undefined
  // Prose under "Ko plaća" tells of the project that is paid for.
  const lists = (rule: string): boolean => head.id !== 'project' || rule !== 'funder/section'
  const zone = money.zonesAt(head).find((each) => each.cell === 'whole' && contains(each, head) && lists(each.rule))
  if (zone && isReferred(money, head)) return undefined
  if (zone) return { rule: zone.rule, confidence: 0.8, because: `stands under “${zone.label}”` }
  const { doc, words } = money
  const ahead = { tokens: doc.tokens.slice(Math.max(0, head.first - 1), head.first), blocks: doc.blocks }
  const isPaid = !doc.tokens[head.first]?.capital && words.paid.find(ahead).length > 0
  if (head.id === 'project' || isPaid) return undefined
  const stances = words.stances.find({ tokens: inside(doc.tokens, windowOf(doc, head)), blocks: doc.blocks })
  if (stances.some(({ id }) => id === 'seeking')) return undefined
  const giving = stances.filter(({ id }) => id === 'giving')
  const because = 'money comes through this programme'
  if (isThrough(money, head) && giving.length) return { rule: 'funder/through', confidence: 0.78, because }
  const close = giving.some((cue) => (cue.start >= name.end ? cue.start - name.end : head.start - cue.end) <= NEAR / 2)
  if (close) return { rule: 'funder/cue', confidence: 0.72, because: 'a word of giving stands beside this programme' }
  return isResumed(money, name) ? { rule: 'funder/resumed', confidence: 0.7, because } : undefined
}

/** "Program jest zgodny z Wojewódzkim Programem …": one plan beside another. */
function isReferred({ doc, words }: Money, { first }: Head): boolean {
  const near = { tokens: doc.tokens.slice(Math.max(0, first - BESIDE), first + BESIDE), blocks: doc.blocks }
  return words.referring.find(near).length > 0
}

/** "z projektu „X” dofinansowanego z …": a project that is paid for pays for nothing itself. */
function isPaidFor({ doc, words }: Money, name: Span): boolean {
  const behind = { tokens: inside(doc.tokens, { start: name.end, end: name.end + NEAR }), blocks: doc.blocks }
  const cue = words.stances.find(behind).find(({ id }) => id === 'giving')
  return cue !== undefined && !/\p{L}/u.test(doc.text.slice(name.end, cue.start))
}

/** Does "u okviru", "w ramach", "kroz" open the head? */
function isThrough({ doc, words }: Money, head: Head): boolean {
  const before = { tokens: doc.tokens.slice(Math.max(0, head.first - 4), head.first), blocks: doc.blocks }
  return words.through.find(before).some((hit) => /^[\s„"“«]*$/u.test(doc.text.slice(hit.end, head.start)))
}

/** Does the next sentence take the programme up as one that is paid for: "Taj program finansiraju …"? */
function isResumed({ doc, words, heads, govern }: Money, name: Span): boolean {
  const sentence = sentenceAt(doc, name.start)
  const next = inside(heads, { start: sentence.end, end: sentence.end + RESUMED })[0]
  if (!next) return false
  const before = doc.tokens[next.first - 1]
  return before !== undefined && words.anaphors.has(before.form) && govern(next)?.cue.id === 'giving'
}

interface Unlisted {
  readonly head: Head
  readonly name: Span
  readonly reason: Reason
}

function foundOf({ head, name, reason }: Unlisted, title: string): Found<'funders'> {
  const type = isGiver(head) ? 'organisation' : 'programme'
  return { dimension: 'funders', ...name, value: { id: null, type, parent: null, name: title }, ...reason }
}
