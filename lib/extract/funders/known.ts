import { type Funder, funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, blockAt, fold, inOrder, inside, once, sentenceAt } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { besideGiver } from './chain.ts'
import { claimOf } from './claim.ts'
import { countriesIn, reasonOf } from './donors.ts'
import { type Money, type Reason, reasonFor } from './money.ts'
import { organisationAt, shortened } from './names.ts'
import { CALLED } from './owners.ts'
import { flowsIn, isGivenTo, receives } from './recipients.ts'
import { sharing } from './shares.ts'
import { isPurse, standing } from './standing.ts'
import type { Words } from './words.ts'

/** Words between the municipality's own money and "not", and this one. */
const REFUSED = 2

/** Words that tell where something is done: "u novoj narodnoj kuhinji". */
const PREMISES = 4

/** Known funders of the list, where the text says that they give. */
export function known(money: Money): Found<'funders'>[] {
  const named = namedIn(money)
  const lands = countriesIn(money)
  const all = [...named, ...lands].sort(inOrder)
  const rows = new Set(fundedRows(money))
  const givers = new Map<Hit, Reason>()
  const ask = (hit: Hit, why: () => Reason | undefined): void => {
    const reason = givers.has(hit) ? undefined : why()
    if (reason) givers.set(hit, reason)
  }
  for (const hit of named) ask(hit, () => reasonOfListed(money, hit, rows))
  for (const [hit, reason] of sharing(money, all)) ask(hit, () => reason)
  for (const land of lands) ask(land, () => reasonOf(money, land))
  const sentences = Map.groupBy(all, (hit) => sentenceAt(money.doc, hit.start)).values()
  // A list is known from either end.
  for (const list of sentences)
    for (const hit of [...list, ...list.toReversed()])
      ask(hit, () => {
        const others = list.filter((other) => givers.has(other))
        return besideGiver(money, hit, others)
      })
  return [...givers].flatMap(([hit, reason]) =>
    funder(hit.id) ? [claimOf(money, hit, { id: hit.id, ...reason })] : [],
  )
}

/** Names of the list that may give, in full or, once they were named so, by their head alone. */
function namedIn(money: Money): Hit[] {
  const again = money.heads.flatMap((head) => {
    const hit = head.id === 'organisation' ? shortened(money, head) : undefined
    return hit ? [{ ...hit, start: head.start, end: head.end, first: head.first, last: head.last }] : []
  })
  return [...money.names, ...again].filter((hit, i) => mayGive(money, hit, [money.names[i - 1], money.names[i + 1]]))
}

/** Why a name of the list gives, by its own surroundings. */
function reasonOfListed(money: Money, hit: Hit, rows: ReadonlySet<Block>): Reason | undefined {
  const listed = funder(hit.id)
  if (!listed) return undefined
  return reasonFor(money, hit) ?? standing(money, hit, listed) ?? inRow(rows, blockAt(money.doc, hit.start), listed)
}

/** Is a name of the list named for itself, and not as a label, a speaker, an owner? */
function mayGive(money: Money, hit: Hit, [before, next]: readonly (Hit | undefined)[]): boolean {
  return (
    !isGivenTo(money, hit) &&
    !receives(money, hit) &&
    !flowsIn(money, hit) &&
    !isAnothers(money, hit, next) &&
    !isOwner(money, hit, before) &&
    !isHost(money, hit) &&
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

/** "Obrok se obezbeđuje u narodnoj kuhinji Crvenog krsta": where something is done is its, and says not who pays. */
function isHost({ doc, words }: Money, hit: Hit): boolean {
  if (funder(hit.id)?.kind !== 'NGO') return false
  const before = doc.tokens.slice(Math.max(0, hit.first - PREMISES), hit.first)
  const house = before.at(-1)
  if (!house || !words.premises.has(house.form) || !/^\s[„"“]?$/u.test(doc.text.slice(house.end, hit.start)))
    return false
  const place = before.findLast(({ form }) => words.rooms.has(form))
  return place !== undefined && /^[\s\p{L}]+$/u.test(doc.text.slice(place.end, house.start))
}

const othersMoneyOf = once(({ othersMoney }: Words) => new RegExp(`^,?\\s(?:${othersMoney})(?!\\p{L})`, 'u'))

/** "z własnych środków Caritas": own money of the one named right behind it. */
function isAnothers({ doc, words }: Money, hit: Hit, next: Hit | undefined): boolean {
  if (funder(hit.id)?.kind !== 'local-budget') return false
  const behind = fold(doc.text.slice(hit.end, hit.end + 40))
  if (othersMoneyOf(words).test(behind)) return true
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

/** Rows of a table that tell a source of money, in reading order. */
const fundedRows = ({ doc, zones, names }: Money): Block[] =>
  zones
    .filter((zone) => zone.rule === 'funder/column' && inside(names, zone).length > 0)
    .flatMap((zone) => blockAt(doc, zone.start) ?? [])
