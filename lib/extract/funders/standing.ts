import type { Funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { blockAt, type Doc, inside, type Span, sentenceAt } from '../../text/index.ts'
import { type Money, opensItem, type Reason, wordBefore } from './money.ts'
import { CALLED, isGiversProgramme, isItsProject, NEAR, ownsNamed } from './owners.ts'
import { isSummed, isSumOf } from './shares.ts'

/** Why a name of the list counts where no cue says that it gives, and the test for it. */
interface Rule extends Reason {
  holds(money: Money, hit: Hit, listed: Funder): boolean
}

const isOrganisation = ({ type }: Funder): boolean => type === 'organisation'
const isProgramme = ({ type }: Funder): boolean => type === 'programme'
const isLocal = ({ kind }: Funder): boolean => kind === 'local-budget'
const isMoney = (listed: Funder): boolean => isLocal(listed) || isProgramme(listed)
const isPublic = ({ kind }: Funder): boolean => kind !== 'NGO' && kind !== 'private'
const isForeign = ({ kind }: Funder): boolean => kind === 'multilateral' || kind === 'bilateral'

/** In the order in which they are tried: the surest first. */
const RULES: readonly Rule[] = [
  {
    rule: 'funder/owner',
    confidence: 0.8,
    because: 'its programme, which is named behind it',
    holds: (money, hit, listed) =>
      listed.kind === 'national' && isOrganisation(listed) && isGiversProgramme(money, hit),
  },
  {
    rule: 'funder/owner',
    confidence: 0.75,
    because: 'its programme, which is named before it',
    holds: (money, hit, listed) =>
      isOrganisation(listed) && listed.kind !== 'NGO' && !isLocal(listed) && ownsNamed(money, hit, listed.kind),
  },
  {
    rule: 'funder/owner',
    confidence: 0.75,
    because: 'its project',
    holds: (money, hit, listed) => isOrganisation(listed) && isForeign(listed) && isItsProject(money, hit),
  },
  {
    rule: 'funder/programme',
    confidence: 0.75,
    because: 'called a programme',
    holds: (money, hit, listed) => isProgramme(listed) && isCalledOne(money, hit),
  },
  {
    rule: 'funder/listed',
    confidence: 0.7,
    because: 'opens an item of a list of paid programmes',
    holds: (money, hit, listed) =>
      isProgramme(listed) && opensItem(money.doc, hit) && isFundedList(money, hit) && !isLinked(money, hit),
  },
  {
    rule: 'funder/within',
    confidence: 0.8,
    because: 'money comes through this programme',
    holds: (money, hit, listed) => isProgramme(listed) && isWithin(money, hit),
  },
  {
    rule: 'funder/thanks',
    confidence: 0.75,
    because: 'made possible by it',
    holds: (money, hit, listed) =>
      listed.kind !== 'NGO' && !isLocal(listed) && money.words.thanksTo.has(wordBefore(money, hit)),
  },
  {
    rule: 'funder/out-of',
    confidence: 0.8,
    because: 'a sum comes out of it',
    holds: (money, hit, listed) => (isMoney(listed) || isPurse(money, hit)) && isSumOf(money, hit),
  },
  {
    rule: 'funder/sum',
    confidence: 0.75,
    because: 'named right behind the sum that it gives',
    holds: (money, hit, listed) => isPublic(listed) && isSummed(money, hit),
  },
  {
    rule: 'funder/bears',
    confidence: 0.8,
    because: 'its money bears the cost',
    holds: (money, hit, listed) => isLocal(listed) && isPurse(money, hit) && bears(money, hit),
  },
  {
    rule: 'funder/bracket',
    confidence: 0.75,
    because: 'stands in brackets behind what it pays',
    holds: ({ doc }, hit, listed) => isMoney(listed) && isBracketed(doc.text, hit),
  },
  {
    rule: 'funder/alone',
    confidence: 0.75,
    because: 'a sentence by itself behind what it pays',
    holds: ({ doc }, hit, listed) => isPublic(listed) && isAlone(doc, hit),
  },
  {
    rule: 'funder/out-of',
    confidence: 0.8,
    because: 'money comes out of it',
    holds: (money, hit, listed) =>
      (isMoney(listed) || listed.kind === 'national') &&
      !money.govern(hit) &&
      isPurse(money, hit) &&
      money.words.outOf.has(wordBefore(money, hit)),
  },
  {
    rule: 'funder/quoted',
    confidence: 0.75,
    because: 'a programme by its name in quotes',
    holds: ({ doc }, hit, listed) => isProgramme(listed) && isQuoted(doc.text, hit),
  },
]

/** Without any cue: money out of a budget ("iz gradskog budžeta"), a programme that is called one ("program „Opieka 75+”"). */
export function standing(money: Money, hit: Hit, listed: Funder): Reason | undefined {
  const governor = money.govern(hit)
  if (governor?.sought || governor?.cue.id === 'seeking') return undefined
  return RULES.find(({ holds }) => holds(money, hit, listed))
}

/**
 * By a head before it, by its own words, or by its edition: "program „Opieka 75+”", "projekt FAMI", "„Opieka
 * wytchnieniowa” – edycja 2024".
 */
function isCalledOne({ doc, words, heads }: Money, hit: Hit): boolean {
  const own = { tokens: inside(doc.tokens, hit), blocks: doc.blocks }
  return (
    inside(heads, { start: hit.start - CALLED, end: hit.start }).some(
      (head) => (head.id === 'programme' || head.id === 'project') && calls(doc.text, head, hit),
    ) ||
    words.editions.find(own).length > 0 ||
    words.names.find(own).some(({ id }) => id === 'programme')
  )
}

/** "do nowej edycji „Korpusu Wsparcia Seniorów”": alone in quotes, and no name of a house, "Klub „Senior+”". */
const isQuoted = (text: string, { start, end }: Span): boolean =>
  /[„"“«]/u.test(text[start - 1] ?? '') &&
  /[”"“»]/u.test(text[end] ?? '') &&
  !/(?<!\p{L})\p{Lu}\p{L}+\s$/u.test(text.slice(Math.max(0, start - 30), start - 1))

/** What a name goes on with: the town whose budget it is, the matters of an office ("za socijalnu politiku"). */
const REST = String.raw`(?:(?:\s\p{Lu}\p{L}+){1,2}|\s\p{Ll}{2,3}\.?(?:\s\p{Ll}+){1,4})?`
const SUM = String.raw`,?\s\d[\d.,\s]*(?:\p{L}{1,8}\.?\s?){0,3}`
const ALONE = new RegExp(`^${REST}(?:${SUM})?[^\\p{L}\\d]*$`, 'u')
const SUMMED = new RegExp(`^${REST}${SUM}[^\\p{L}\\d]*$`, 'u')

/**
 * In an item a sentence by itself, "– kućna nega za stare. Komesarijat.", or with its sum behind the colon: "– kućna
 * nega: Komesarijat, 2 miliona".
 */
function isAlone(doc: Doc, { start, end }: Span): boolean {
  const sentence = sentenceAt(doc, start)
  const block = blockAt(doc, start)
  if (block?.kind !== 'item') return false
  const before = doc.text.slice(sentence.start, start)
  const behind = doc.text.slice(end, sentence.end)
  if (/:\s$/u.test(before)) return SUMMED.test(behind)
  return sentence.start > block.start && !/[\p{L}\d]/u.test(before) && ALONE.test(behind)
}

/** "struju preuzima gradska kasa": a verb of bearing right beside the money of a town. */
const bears = ({ doc, words }: Money, { first, last }: Hit): boolean =>
  [doc.tokens[first - 1], doc.tokens[last]].some((token) => token !== undefined && words.bearing.has(token.form))

/** "prace społecznie użyteczne (Fundusz Pracy, PUP)": not the short name of what stands before it. */
const isBracketed = (text: string, { start, end }: Span): boolean =>
  /\p{Ll}\s\($/u.test(text.slice(Math.max(0, start - 3), start)) &&
  /^(?:\)|,\s)/u.test(text.slice(end, end + 2)) &&
  /\p{Ll}{3}/u.test(text.slice(start, end))

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

/** "Vlada Srbije | USAID | EU PRO Plus | OSCE": a row of names links to pages, and lists nothing that is paid. */
function isLinked({ doc, names }: Money, hit: Hit): boolean {
  const block = blockAt(doc, hit.start)
  if (block?.kind !== 'row') return false
  const others = block.cells.filter((cell) => inside(names, cell).some((name) => name.start - cell.start <= 2))
  return others.length > LINKS
}

/** Cells of a row that name givers, at most, where it is one of a table. */
const LINKS = 2

/** Does a name say what the money lies in: "namenske transfere", "budžet grada"? */
export const isPurse = ({ doc, words }: Money, hit: Hit): boolean =>
  words.purses.find({ tokens: inside(doc.tokens, hit), blocks: doc.blocks }).length > 0
