import { funder } from '../../gazetteer/funders.ts'
import { type Hit, shown } from '../../locales/index.ts'
import {
  blockAt,
  contains,
  fold,
  inOrder,
  inside,
  once,
  overlapping,
  overlaps,
  type Span,
  sentenceAt,
  touches,
} from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { backersIn } from './backed.ts'
import { besideGiver } from './chain.ts'
import { type Claim, claimOf } from './claim.ts'
import { isFramed, relativeIn } from './frame.ts'
import { isGivenAround, type Money, opensItem, reasonFor, windowOf } from './money.ts'
import { receives } from './recipients.ts'
import { type Spending, townsIn } from './towns.ts'
import type { Words } from './words.ts'

/** So many small words may stand between a payer and its verb; capitals are its name and do not count. */
const APART = 5
const GIFT_REACH = 90
/** So far from its verb stands a second payer that has none of its own. */
const GAPPED = 160
/** Characters between "the rest" and the one who pays it. */
const CLOSE = 4

/** The municipality's own money: "opština je dodala", "płaci za niego miasto", "a opština 30 odsto", in a list "gmina". */
export function own(money: Money): Found<'funders'>[] {
  const { doc, words, names } = money
  const speaking = (hit: Span): boolean => !isSilent(money, hit) && !touches(names, hit)
  const refused = (verb: Hit): boolean => words.negations.has(doc.tokens[verb.first - 1]?.form ?? '')
  const verbs = words.spending.find(doc).filter((verb) => speaking(verb) && !refused(verb))
  const isUnit = (actor: Hit): boolean =>
    words.units.has(doc.tokens[actor.first - 1]?.form ?? '') || isAnothersBudget(money, actor)
  const actors = words.actors.find(doc).filter((actor) => speaking(actor) && !isUnit(actor))
  const titled = actors.flatMap(
    (actor) => paying(money, actor, verbs) ?? listed(money, actor) ?? gapped(money, actor, verbs) ?? [],
  )
  const titledAt = overlapping([...titled].sort(inOrder))
  const taken = (span: Span): boolean => titledAt(span).length > 0
  const genitives = words.genitives.find(doc).filter((actor) => speaking(actor) && !isUnit(actor) && !taken(actor))
  const backers = backersIn(money).filter(({ span }) => !isSilent(money, span))
  const towns = townsIn(money, verbs).filter(({ span }) => !taken(span))
  return [
    ...titled,
    ...genitives.flatMap((actor) => beside(money, actor) ?? shared(money, actor) ?? plural(money, actor) ?? []),
    ...backers.map(({ span, id, pattern }) =>
      found(money, span, { id, rule: 'funder/backed', because: `“${shown(pattern)}” with its name` }),
    ),
    ...towns.map(({ span, id, pattern }) =>
      found(money, span, { id, rule: 'funder/town', because: `“${shown(pattern)}” with the name of a town` }),
    ),
  ]
}

/** "U budžetu projekta planirano je …", "Samorząd Województwa dofinansował": the budget of something else, another government. */
const isAnothersBudget = ({ doc, words }: Money, actor: Hit): boolean =>
  words.othersBudgets.has(doc.tokens[actor.last]?.form ?? '')

const isSilent = ({ doc }: Money, hit: Span): boolean => blockAt(doc, hit.start)?.kind === 'boilerplate'

/** The municipality as the subject of a verb, or with its share. */
function paying(money: Money, actor: Hit, verbs: readonly Spending[]): Found<'funders'> | undefined {
  const near = inside(verbs, windowOf(money.doc, actor)).filter((each) => belong(money, actor, each))
  const verb = near.find(({ id }) => id === 'spending') ?? near[0]
  if (verb) {
    const span = { start: Math.min(actor.start, verb.start), end: Math.max(actor.end, verb.end) }
    return found(money, span, { id: actor.id, rule: 'funder/own', because: `“${shown(verb.pattern)}” with its name` })
  }
  const share = shareOf(money, actor)
  return share && foundShare(money, actor, share)
}

/** Between commas behind a payer: ", u saradnji sa …,". */
const asideOf = once(({ asides }: Words) => new RegExp(`,\\s(?:${asides})\\s[^,;:()]{3,90},(?=\\s)`, 'u'))
/** " od ove godine". */
const timesOf = once(({ times }: Words) => new RegExp(`\\s(?:${times})(?=\\s|$)`, 'gu'))
/** Opens the clause that tells of a payer: " Ruma, koja i". */
const relativeOf = once(
  ({ relative, and }: Words) => new RegExp(`^(?:\\s\\p{L}+){0,2},\\s(?:${relative})\\s(?:(?:${and})\\s)?`, 'u'),
)

/** Do a payer and a verb stand in one clause, near each other, with no refusal? */
function belong(money: Money, actor: Hit, verb: Spending): boolean {
  const { doc, govern } = money
  if (overlaps(actor, verb) || govern(actor)?.cue.id === 'seeking' || isNamed(money, actor, verb)) return false
  const [first, second] = actor.start < verb.start ? [actor, verb] : [verb, actor]
  if (verb.id === 'pocket') return first === actor
  const text = doc.folded.text.slice(doc.tokens[first.last - 1]?.folded.end, doc.tokens[second.first]?.folded.start)
  if (verb.id === 'rest') return text.trim().length <= CLOSE && /^[\s–—-]*$/u.test(text) && gives(money, actor)
  const plain = text.replace(asideOf(money.words), '').replace(timesOf(money.words), '')
  const clause = first === actor ? plain.replace(relativeOf(money.words), ' ') : plain
  if (/[,;:()–—!?]/u.test(clause)) return false
  // "Opština je partner na projektu koji finansira UNICEF": another subject begins behind the relative.
  if (first === actor && relativeIn(money.words).test(clause)) return false
  if (first === actor && (isSubject(money, actor, verb) || isFramed(money, actor, verb))) return true
  // "w budżecie Gliwic na 2026 r. na ten cel zapisano": a year is no word.
  const small = doc.tokens
    .slice(first.last, second.first)
    .filter(({ capital, form }) => !capital && !/\d/u.test(form)).length
  return small - wordsIn(text) + wordsIn(plain) <= APART
}

/** "Unia Wolontariuszy daje", "Rząd Ukrainy przekazał": one that is called something is another. */
function isNamed({ doc, words }: Money, actor: Hit, verb: Spending): boolean {
  const next = doc.tokens[actor.last]
  const kind = funder(actor.id)?.kind
  if (!next || next.start === verb.start || doc.text.slice(actor.end, next.start) !== ' ') return false
  return kind === 'multilateral' ? !words.auxiliaries.has(next.form) : kind === 'national' && next.capital
}

const wordsIn = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0

/** "Opština Surdulica ustupila je prostor i plaća struju": the subject that opens a sentence has the verb behind "i" too. */
function isSubject({ doc, words }: Money, actor: Hit, verb: Spending): boolean {
  return actor.start === sentenceAt(doc, actor.start).start && words.joining.has(doc.tokens[verb.first - 1]?.form ?? '')
}

/** "15% opštine učesnice": a share before its payer, in whichever case. */
function shared(money: Money, actor: Hit): Found<'funders'> | undefined {
  const share = shareOf(money, actor)
  return share && share.start < actor.start ? foundShare(money, actor, share) : undefined
}

const foundShare = (money: Money, { id }: Hit, share: Span): Found<'funders'> =>
  found(money, share, { id, rule: 'funder/share', because: 'its share of the costs' })

/** "15% ", "30 odsto iz ". */
const shareBefore = once(
  ({ percent }: Words) => new RegExp(`(?<=^|\\s)\\d[\\d.,]*\\s?(?:%|(?:${percent}))\\s(?:\\p{Ll}{2,5}\\s)?$`, 'iu'),
)
/** " 30 odsto", " Ruma sa 20%", " sa šest miliona". */
const shareBehind = once(
  ({ percent, sums }: Words) =>
    new RegExp(
      `^(?:\\s\\p{Lu}[\\p{L}-]+){0,3}\\s(?:\\p{L}{1,2}\\s)?\\(?(?:\\d[\\d.,]*\\s?(?:%|(?:${percent}|${sums})(?!\\p{L}))|\\p{Ll}+\\s(?:${sums})(?!\\p{L}))`,
      'u',
    ),
)

/** "opština 30 odsto", "miasto 20%": a share of costs, in a sentence that speaks of money given. */
function shareOf(money: Money, actor: Hit): Span | undefined {
  const { doc, words } = money
  const ahead = doc.text.slice(Math.max(0, actor.start - 30), actor.start)
  const before = shareBefore(words).exec(ahead)
  if (before && isGivenAround(money, actor)) return { start: actor.start - ahead.length + before.index, end: actor.end }
  const share = shareBehind(words).exec(doc.text.slice(actor.end, actor.end + 60))
  return share && gives(money, actor) && !receives(money, actor)
    ? { start: actor.start, end: actor.end + share[0].length }
    : undefined
}

const gives = ({ govern }: Money, actor: Span): boolean => {
  const governor = govern(actor)
  return governor?.cue.id === 'giving' && !governor.sought
}

/** What stands before an item of a list: nothing, a comma, "i". */
const openingOf = once(
  ({ and, mostly }: Words) => new RegExp(`(?:^|[,;+/•–—-]|\\s(?:${and}))[\\s„"“]*(?:(?:${mostly})\\s)?$`, 'iu'),
)

/** The municipality as an item of a list of sources: in a column or behind a label, at the beginning or behind a comma. */
function listed(money: Money, actor: Hit): Found<'funders'> | undefined {
  const reason = reasonFor(money, actor)
  const { doc, words, zonesAt } = money
  // "Oblast | Grad Vranje | Ostali izvori": in a section of sources a column is headed by who pays.
  const heads = reason?.rule === 'funder/section' && blockAt(doc, actor.start)?.kind === 'row' && opensItem(doc, actor)
  if (reason && heads) return found(money, actor, { id: actor.id, rule: reason.rule, because: reason.because })
  if (reason?.rule !== 'funder/column' && reason?.rule !== 'funder/label') return undefined
  const zone = zonesAt(actor).find((each) => each.rule === reason.rule && contains(each, actor))
  if (zone?.cell !== 'whole') return undefined
  const opens = openingOf(words).test(fold(doc.text.slice(zone.start, actor.start)))
  return opens ? found(money, actor, { id: actor.id, rule: reason.rule, because: reason.because }) : undefined
}

/** "Ko je dao novac: …; opštine Ruma i Irig": several municipalities in a list of sources. */
const plural = (money: Money, actor: Hit): Found<'funders'> | undefined =>
  /^\s\p{Lu}\p{L}+\s\p{Ll}{1,4}\s\p{Lu}/u.test(money.doc.text.slice(actor.end, actor.end + 60))
    ? listed(money, actor)
    : undefined

/** "novcem Ambasade Japana i čačanske opštine": the municipality in a list with another giver, in its case. */
function beside(money: Money, actor: Hit): Found<'funders'> | undefined {
  const givers = inside(money.names, sentenceAt(money.doc, actor.start)).filter((name) => reasonFor(money, name))
  const reason = besideGiver(money, actor, givers)
  return reason && found(money, actor, { id: actor.id, rule: reason.rule, because: reason.because })
}

/** ", a świetlicę, ". */
const contrastOf = once(({ but }: Words) => new RegExp(`,\\s(?:${but})\\s[^;]{2,90},\\s$`, 'u'))

/** "Pensje finansuje UNICEF, świetlicę – samorząd": a second payer without the verb, at the end of its clause. */
function gapped(money: Money, actor: Hit, verbs: readonly Spending[]): Found<'funders'> | undefined {
  const { doc, words } = money
  const sentence = sentenceAt(doc, actor.start)
  const verb = inside(verbs, { start: sentence.start, end: actor.start }).at(-1)
  if (verb?.id !== 'spending' || actor.start - verb.end > GAPPED) return undefined
  const before = fold(doc.text.slice(verb.end, actor.start))
  const ends = /^(?:\s\p{Lu}\p{L}+){0,2}\s?(?:[.,;)]|$)/u.test(doc.text.slice(actor.end, actor.end + 40))
  if (!ends || money.govern(actor)?.sought) return undefined
  const dash = /,[^,;]{2,60}\s[–—-]\s(?:\p{Ll}+\s)?$/u.test(before)
  const comma = contrastOf(words).test(before)
  if (!dash && !comma) return undefined
  return found(money, actor, { id: actor.id, rule: 'funder/gapped', because: `“${shown(verb.pattern)}” goes on to it` })
}

/** Gifts of firms and citizens that have no name of their own: "poklon jedne ovdašnje fabrike". */
export function gifts(money: Money): Found<'funders'>[] {
  const { doc, words } = money
  const hits = words.gifts.find(doc).filter((hit) => !isSilent(money, hit))
  return hits.flatMap((gift, i) => {
    if (gift.id !== 'gift' || money.govern(gift)?.cue.id === 'seeking') return []
    const giver = [hits[i + 1], hits[i - 1]].find(
      (other) => other?.id === 'private' && near(money, gift, other) && !takes(money, other),
    )
    if (!giver) return []
    const span = { start: Math.min(gift.start, giver.start), end: Math.max(gift.end, giver.end) }
    return [found(money, span, { id: 'companies-donors', rule: 'funder/gift', because: 'a gift of firms or citizens' })]
  })
}

/** "Lokalna firma dobila je donaciju": right behind it stands that it is given to. */
const takes = ({ doc, words }: Money, { last }: Hit): boolean =>
  words.receiving.find({ tokens: doc.tokens.slice(last, last + 2), blocks: doc.blocks }).length > 0

/** In one sentence, and not two items of a menu: "Donacije - Galerija - Udruženje građana". */
function near({ doc, words }: Money, a: Span, b: Span): boolean {
  const between = { start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) }
  if (!contains(sentenceAt(doc, a.start), b) || between.end - between.start > GIFT_REACH) return false
  const text = doc.text.slice(between.start, between.end)
  return !MENU.test(text) && !turnIn(words).test(text)
}

/** ", a ": a clause that is set against the one before. */
const turnIn = once(({ but }: Words) => new RegExp(`,\\s(?:${but})\\s`, 'u'))
/** Two bars or dashes part the items of a menu, or wide gaps. */
const MENU = /\s[|•·–-]\s[^|•·–-]*\s[|•·–-]\s|[^\S\n]{3,}/u

const found = (money: Money, span: Span, claim: Omit<Claim, 'confidence'>): Found<'funders'> =>
  claimOf(money, span, { ...claim, confidence: 0.85 })
