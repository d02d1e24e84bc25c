import { type Funder, funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, blockAt, fold, inOrder, inside, type Span, sentenceAt } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { besideGiver } from './chain.ts'
import { claimOf } from './claim.ts'
import { countriesIn, reasonOf } from './donors.ts'
import { type Money, opensItem, type Reason, reasonFor, wordBefore } from './money.ts'
import { organisationAt, shortened } from './names.ts'
import { isGivenTo } from './recipients.ts'
import { isSummed, isSumOf, sharing } from './shares.ts'

/** So near, in code units, stands the word "program" that calls a name one. */
const NEAR = 24
/** And so near the one that stands before its quotes. */
const CALLED = 100
/** And so far before its owner a programme is named. */
const OWNED = 200
/** From the quote that ends a programme's name to its owner: its years, its short name, "z", "nemačke organizacije". */
const OWNER =
  /[”"“»](?:\s\([\p{L}\d -]{2,20}\))?(?:\s\p{Ll}{2,3}\s\p{Ll}+\s\d{4}(?:\s?[-–]\s?\d{4})?\.?)?\s(?:\p{Ll}{1,2}\s|\p{L}+\s\p{Ll}+\s[„"“])?$/u
/** Words between the municipality's own money and "not", and this one. */
const REFUSED = 2

/** Known funders of the list, where the text says that they give. */
export function known(money: Money): Found<'funders'>[] {
  const rows = new Set(fundedRows(money))
  const again = money.heads.flatMap((head) => {
    const hit = head.id === 'organisation' ? shortened(money, head) : undefined
    return hit ? [{ ...hit, start: head.start, end: head.end, first: head.first, last: head.last }] : []
  })
  const named = [...money.names, ...again].filter((hit, i) =>
    mayGive(money, hit, [money.names[i - 1], money.names[i + 1]]),
  )
  const sure = new Map<Hit, Reason>()
  for (const hit of named) {
    const listed = funder(hit.id)
    const reason =
      listed &&
      (reasonFor(money, hit) ?? standing(money, hit, listed) ?? inRow(rows, blockAt(money.doc, hit.start), listed))
    if (reason) sure.set(hit, reason)
  }
  const lands = countriesIn(money)
  for (const [hit, reason] of sharing(money, [...named, ...lands].sort(inOrder))) sure.set(hit, sure.get(hit) ?? reason)
  for (const land of lands) {
    const reason = sure.has(land) ? undefined : reasonOf(money, land)
    if (reason) sure.set(land, reason)
  }
  // A list is known from either end.
  for (const list of Map.groupBy([...named, ...lands].sort(inOrder), (hit) =>
    sentenceAt(money.doc, hit.start),
  ).values())
    for (const hit of [...list, ...list.toReversed()]) {
      const givers = list.filter((other) => sure.has(other))
      const reason = sure.has(hit) ? undefined : besideGiver(money, hit, givers)
      if (reason) sure.set(hit, reason)
    }
  return [...sure].flatMap(([hit, reason]) => {
    return funder(hit.id) ? [claimOf(money, hit, { id: hit.id, ...reason })] : []
  })
}

/** Is a name of the list named for itself, and not as a label, a speaker, an owner? */
function mayGive(money: Money, hit: Hit, [before, next]: readonly (Hit | undefined)[]): boolean {
  return (
    !isGivenTo(money, hit) &&
    !isAnothers(money, hit, next) &&
    !isOwner(money, hit, before) &&
    !isLabel(money, hit) &&
    !speaks(money, hit)
  )
}

/** "Tim za socijalno uključivanje Vlade Srbije": the government only owns what is named right before it. */
function isOwner(money: Money, hit: Hit, before: Hit | undefined): boolean {
  if (funder(hit.id)?.kind !== 'national') return false
  if (before && money.doc.text.slice(before.end, hit.start) === ' ') return !isPurse(money, before)
  const heads = inside(money.heads, { start: hit.start - CALLED, end: hit.start })
  return heads.some((head) => head.id === 'organisation' && organisationAt(money, head)?.end === hit.start - 1)
}

/** Does a name say what the money lies in: "namenske transfere", "budžet grada"? */
const isPurse = ({ doc, words }: Money, hit: Hit): boolean =>
  words.purses.find({ tokens: inside(doc.tokens, hit), blocks: doc.blocks }).length > 0

/** "z własnych środków Caritas": own money of the one named right behind it. */
function isAnothers({ doc, words }: Money, hit: Hit, next: Hit | undefined): boolean {
  if (funder(hit.id)?.kind !== 'local-budget') return false
  const behind = fold(doc.text.slice(hit.end, hit.end + 40))
  if (new RegExp(`^,?\\s(?:${words.othersMoney})(?!\\p{L})`, 'u').test(behind)) return true
  if (isRefused({ doc, words }, hit)) return true
  return next !== undefined && funder(next.id)?.kind === 'NGO' && /^\s$/u.test(doc.text.slice(hit.end, next.start))
}

/** "wkładu własnego gmina nie ponosi": a word of refusal close behind the municipality's own money. */
function isRefused({ doc, words }: Pick<Money, 'doc' | 'words'>, hit: Hit): boolean {
  const behind = inside(doc.tokens, { start: hit.end, end: sentenceAt(doc, hit.start).end }).slice(0, REFUSED)
  const at = behind.findIndex(({ form }) => words.negations.has(form))
  return at >= 0 && /^[\s\p{L}]*$/u.test(doc.text.slice(hit.end, behind[at]?.start))
}

/** "Donatori: UNICEF", "Donatori su UNICEF i …": the word before the colon or the verb names nobody. */
const isLabel = ({ doc, words, toldAt }: Money, hit: Hit): boolean =>
  (toldAt(hit).some(({ names }) => /\p{Lu}/u.test(doc.text.slice(names.start, names.end))) ||
    /^\s?:\s*\p{L}/u.test(doc.text.slice(hit.end, hit.end + 6))) &&
  words.labels.find({ tokens: inside(doc.tokens, hit), blocks: doc.blocks }).length > 0

/** "…, mówił wojewoda", "wojewoda zapowiedział": who speaks of money does not give it thereby. */
function speaks({ doc, words }: Money, hit: Hit): boolean {
  const tokens = doc.tokens.slice(Math.max(0, hit.first - 2), hit.last + 1)
  const near = (gap: string): boolean => /^\s(?:\p{Ll}{2}\s)?$/u.test(gap)
  return words.speech
    .find({ tokens, blocks: doc.blocks })
    .some((verb) => near(doc.text.slice(verb.end, hit.start)) || near(doc.text.slice(hit.end, verb.start)))
}

const inRow = (rows: ReadonlySet<Block>, row: Block | undefined, { type }: Funder): Reason | undefined =>
  type === 'programme' && row && rows.has(row)
    ? { rule: 'funder/row', confidence: 0.8, because: 'a programme in a row that tells a source of money' }
    : undefined

/** Without any cue: money out of a budget ("iz gradskog budžeta"), a programme that is called one ("program „Opieka 75+”"). */
function standing(money: Money, hit: Hit, { type, kind }: Funder): Reason | undefined {
  const { doc, words, heads } = money
  const governor = money.govern(hit)
  if (governor?.sought || governor?.cue.id === 'seeking') return undefined
  if (kind === 'national' && type === 'organisation' && isGiversProgramme(money, hit))
    return { rule: 'funder/owner', confidence: 0.8, because: 'its programme, which is named behind it' }
  if (type === 'organisation' && kind !== 'NGO' && kind !== 'local-budget' && ownsNamed(money, hit, kind))
    return { rule: 'funder/owner', confidence: 0.75, because: 'its programme, which is named before it' }
  if (type === 'organisation' && (kind === 'multilateral' || kind === 'bilateral') && isItsProject(money, hit))
    return { rule: 'funder/owner', confidence: 0.75, because: 'its project' }
  const called = inside(heads, { start: hit.start - CALLED, end: hit.start }).some(
    (head) => head.id === 'programme' && calls(doc.text, head, hit),
  )
  const itself = words.names.find({ tokens: inside(doc.tokens, hit), blocks: doc.blocks })
  const edition = words.editions.find({ tokens: inside(doc.tokens, hit), blocks: doc.blocks }).length > 0
  if (type === 'programme' && (called || edition || itself.some(({ id }) => id === 'programme')))
    return { rule: 'funder/programme', confidence: 0.75, because: 'called a programme' }
  if (type === 'programme' && opensItem(money.doc, hit) && isFundedList(money, hit))
    return { rule: 'funder/listed', confidence: 0.7, because: 'opens an item of a list of paid programmes' }
  if (type === 'programme' && isWithin(money, hit))
    return { rule: 'funder/within', confidence: 0.8, because: 'money comes through this programme' }
  if (kind !== 'NGO' && kind !== 'local-budget' && words.thanksTo.has(wordBefore(money, hit)))
    return { rule: 'funder/thanks', confidence: 0.75, because: 'made possible by it' }
  const purse = isPurse(money, hit)
  const isMoney = kind === 'local-budget' || type === 'programme'
  if ((isMoney || purse) && isSumOf(money, hit))
    return { rule: 'funder/out-of', confidence: 0.8, because: 'a sum comes out of it' }
  if (kind !== 'NGO' && kind !== 'private' && isSummed(money, hit))
    return { rule: 'funder/sum', confidence: 0.75, because: 'named right behind the sum that it gives' }
  if (kind === 'local-budget' && purse && bears(money, hit))
    return { rule: 'funder/bears', confidence: 0.8, because: 'its money bears the cost' }
  if (isMoney && isBracketed(doc.text, hit))
    return { rule: 'funder/bracket', confidence: 0.75, because: 'stands alone in brackets behind what it pays' }
  const budget = kind === 'local-budget' || kind === 'national' || type === 'programme'
  return !governor && budget && purse && words.outOf.has(wordBefore(money, hit))
    ? { rule: 'funder/out-of', confidence: 0.8, because: 'money comes out of it' }
    : undefined
}

/** "struju preuzima gradska kasa": a verb of bearing right beside the money of a town. */
const bears = ({ doc, words }: Money, { first, last }: Hit): boolean =>
  [doc.tokens[first - 1], doc.tokens[last]].some((token) => token !== undefined && words.bearing.has(token.form))

/** "U okviru projekta UN Women": the project of an agency that gives, and is no partner. */
function isItsProject({ doc, heads, words }: Money, hit: Hit): boolean {
  const head = inside(heads, { start: hit.start - NEAR, end: hit.start }).at(-1)
  if (!head || head.id === 'organisation' || head.id === 'firm') return false
  if (!/^\s[„"“«]?$/u.test(doc.text.slice(head.end, hit.start))) return false
  const before = { tokens: doc.tokens.slice(Math.max(0, head.first - 3), head.first), blocks: doc.blocks }
  return words.within.find(before).some(({ end }) => doc.text.slice(end, head.start) === ' ')
}

/** "prace społecznie użyteczne (Fundusz Pracy)": not the short name of what stands before it. */
const isBracketed = (text: string, { start, end }: Span): boolean =>
  /\p{Ll}\s\($/u.test(text.slice(Math.max(0, start - 3), start)) &&
  text[end] === ')' &&
  /\p{Ll}{3}/u.test(text.slice(start, end))

/** "programu Ministra Rodziny „Opieka…”", "konkursu Ministerstwa Rodziny na realizację Programu „Senior+”": it pays its listed programme. */
function isGiversProgramme({ doc, words, heads, names }: Money, hit: Hit): boolean {
  const before = { tokens: doc.tokens.slice(Math.max(0, hit.first - 2), hit.first), blocks: doc.blocks }
  const near = inside(heads, { start: hit.start - CALLED, end: hit.start })
  const own = [...near.filter(({ id }) => id === 'programme'), ...words.calls.find(before)]
  if (!own.some(({ end }) => /^\s+(?:\p{Ll}+\s)?$/u.test(doc.text.slice(end, hit.start)))) return false
  const behind = { start: hit.end, end: Math.min(sentenceAt(doc, hit.start).end, hit.end + CALLED) }
  const quoted = /^\s(?:\p{L}{2,6}\.?\s){0,2}[„"“«]/u.test(doc.text.slice(hit.end, behind.end))
  return quoted || inside(names, behind).some(({ id }) => funder(id)?.type === 'programme')
}

/** "Programu „Senior+” na lata 2015-2020 z Ministerstwa Rodziny", "projekta „Jednake šanse“ Evropske unije": named right behind what is its. */
function ownsNamed({ doc, heads, names }: Money, { start }: Hit, kind: Funder['kind']): boolean {
  const before = doc.text.slice(Math.max(0, start - OWNED), start)
  const closing = OWNER.exec(before)
  if (!closing) return false
  const name = { start: start - before.length, end: start - before.length + closing.index }
  const opened = inside(heads, name).some(({ id, end }) => {
    const rest = doc.text.slice(end, name.end)
    return (id === 'programme' || id === 'project') && /^[^„"“”«».;]{0,24}(?:[„"“”«]|,,)[^„"“”«»]{2,}$/u.test(rest)
  })
  const listed = inside(names, name).some((one) => one.end >= name.end - 2 && funder(one.id)?.type === 'programme')
  return kind === 'national' ? listed : opened
}

/** "w ramach Funduszy Europejskich", "u okviru Regionalnog stambenog programa", "przystąpiła do tegorocznego „Korpusu”". */
function isWithin({ doc, words }: Money, hit: Hit): boolean {
  const before = { tokens: doc.tokens.slice(Math.max(0, hit.first - 5), hit.first), blocks: doc.blocks }
  return words.within.find(before).some((cue) => /^\s(?:\p{Ll}+\s)?[„"“«]?$/u.test(doc.text.slice(cue.end, hit.start)))
}

/** A head calls a name a programme right before it, or before its quotes: "programu Ministra Rodziny pn. „Opieka…”". */
function calls(text: string, head: Span, hit: Span): boolean {
  const between = text.slice(head.end, hit.start)
  if (between.length <= NEAR && /^[\s„"“”«»]*$/u.test(between)) return true
  const named = /[„"“”«]\s*$/u.test(between) || /^\p{L}{2}\.?\s*[„"“«]/u.test(text.slice(hit.start, hit.end))
  return named && /^[^.;:„"“”«»]*(?:\.\s*)?[„"“«]?\s*$/u.test(between)
}

/** Does the item, or a heading, lead or title above it speak of money or aid given? */
function isFundedList({ doc, words }: Money, hit: Hit): boolean {
  const item = blockAt(doc, hit.start)
  const above = [item?.index ?? -1, ...(item?.parents ?? [])].flatMap((index) => doc.blocks[index] ?? [])
  return above.some((block) =>
    words.stances.find({ tokens: inside(doc.tokens, block), blocks: doc.blocks }).some(({ id }) => id === 'giving'),
  )
}

/** Rows of a table that tell a source of money, in reading order. */
const fundedRows = ({ doc, zones, names }: Money): Block[] =>
  zones
    .filter((zone) => zone.rule === 'funder/column' && inside(names, zone).length > 0)
    .flatMap((zone) => blockAt(doc, zone.start) ?? [])
