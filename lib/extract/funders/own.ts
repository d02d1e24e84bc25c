import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { blockAt, contains, inside, overlaps, type Span, sentenceAt, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { type Money, opensItem, reasonFor, windowOf } from './money.ts'
import { type Spending, townsIn } from './towns.ts'

/** So many small words may stand between a payer and its verb; capitals are its name and do not count. */
const APART = 5
const GIFT_REACH = 90
/** Characters between "the rest" and the one who pays it. */
const CLOSE = 4

/** The municipality's own money: "opština je dodala", "płaci za niego miasto", "a opština 30 odsto", in a list "gmina". */
export function own(money: Money): Found<'funders'>[] {
  const { doc, words, names } = money
  const speaking = (hit: Span): boolean => !isSilent(money, hit) && !touches(names, hit)
  const refused = (verb: Hit): boolean => words.negations.has(doc.tokens[verb.first - 1]?.form ?? '')
  const verbs = words.spending.find(doc).filter((verb) => speaking(verb) && !refused(verb))
  const isUnit = (actor: Hit): boolean => words.units.has(doc.tokens[actor.first - 1]?.form ?? '')
  const actors = words.actors.find(doc).filter((actor) => speaking(actor) && !isUnit(actor))
  const titled = actors.flatMap((actor) => paying(money, actor, verbs) ?? listed(money, actor) ?? [])
  const genitives = words.genitives.find(doc).filter(speaking)
  const towns = townsIn(money, verbs).filter(({ span }) => !titled.some((one) => overlaps(one, span)))
  return [
    ...titled,
    ...genitives.flatMap((actor) => beside(money, actor) ?? shared(money, actor) ?? []),
    ...towns.map(({ span, id, pattern }) =>
      found(money, span, { id, rule: 'funder/town', because: `“${pattern}” with the name of a town` }),
    ),
  ]
}

const isSilent = ({ doc }: Money, hit: Span): boolean => blockAt(doc, hit.start)?.kind === 'boilerplate'

/** The municipality as the subject of a verb, or with its share. */
function paying(money: Money, actor: Hit, verbs: readonly Spending[]): Found<'funders'> | undefined {
  const near = inside(verbs, windowOf(money.doc, actor)).filter((each) => belong(money, actor, each))
  const verb = near.find(({ id }) => id === 'spending') ?? near[0]
  if (verb) {
    const span = { start: Math.min(actor.start, verb.start), end: Math.max(actor.end, verb.end) }
    return found(money, span, { id: actor.id, rule: 'funder/own', because: `“${verb.pattern}” with its name` })
  }
  const share = shareOf(money, actor)
  return share && foundShare(money, actor, share)
}

/** Do a payer and a verb stand in one clause, near each other, with no refusal? */
function belong(money: Money, actor: Hit, verb: Spending): boolean {
  const { doc, govern } = money
  if (overlaps(actor, verb) || govern(actor)?.cue.id === 'seeking') return false
  const [first, second] = actor.start < verb.start ? [actor, verb] : [verb, actor]
  if (verb.id === 'pocket') return first === actor
  const text = doc.folded.text.slice(doc.tokens[first.last - 1]?.folded.end, doc.tokens[second.first]?.folded.start)
  if (verb.id === 'rest') return text.trim().length <= CLOSE && /^[\s–—-]*$/u.test(text) && gives(money, actor)
  const clause = first === actor ? text.replace(new RegExp(`^,\\s(?:${money.words.relative})\\s`, 'u'), ' ') : text
  if (/[,;:()–—!?]/u.test(clause)) return false
  return doc.tokens.slice(first.last, second.first).filter((token) => !token.capital).length <= APART
}

/** "15% opštine učesnice": a share before its payer, in whichever case. */
function shared(money: Money, actor: Hit): Found<'funders'> | undefined {
  const share = shareOf(money, actor)
  return share && share.start < actor.start ? foundShare(money, actor, share) : undefined
}

const foundShare = (money: Money, { id }: Hit, share: Span): Found<'funders'> =>
  found(money, share, { id, rule: 'funder/share', because: 'its share of the costs' })

/** "opština 30 odsto", "miasto 20%": a share of costs, in a sentence that speaks of money given. */
function shareOf(money: Money, actor: Hit): Span | undefined {
  const { doc, words } = money
  const ahead = doc.text.slice(Math.max(0, actor.start - 30), actor.start)
  const before = new RegExp(`(?<=^|\\s)\\d[\\d.,]*\\s?(?:%|(?:${words.percent}))\\s$`, 'iu').exec(ahead)
  if (before && isGivenIn(money, actor)) return { start: actor.start - ahead.length + before.index, end: actor.end }
  const behind = doc.text.slice(actor.end, actor.end + 60)
  const share = new RegExp(
    `^(?:\\s\\p{Lu}[\\p{L}-]+){0,3}\\s(?:\\p{L}{1,2}\\s)?\\(?\\d[\\d.,]*\\s?(?:%|(?:${words.percent})(?!\\p{L}))`,
    'iu',
  ).exec(behind)
  return share && gives(money, actor) ? { start: actor.start, end: actor.end + share[0].length } : undefined
}

/** Does the sentence speak of money given, and of none sought? */
function isGivenIn({ doc, words }: Money, actor: Span): boolean {
  const stances = words.stances.find({ tokens: inside(doc.tokens, windowOf(doc, actor)), blocks: doc.blocks })
  return stances.some(({ id }) => id === 'giving') && !stances.some(({ id }) => id === 'seeking')
}

const gives = ({ govern }: Money, actor: Span): boolean => {
  const governor = govern(actor)
  return governor?.cue.id === 'giving' && !governor.sought
}

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
  const before = doc.text.slice(zone.start, actor.start)
  const opens = new RegExp(`(?:^|[,;+/•–-]|\\s(?:${words.and}))[\\s„"“]*$`, 'iu').test(before)
  return opens ? found(money, actor, { id: actor.id, rule: reason.rule, because: reason.because }) : undefined
}

/** "novcem Ambasade Japana i čačanske opštine": the municipality beside another giver, in its case. */
function beside(money: Money, actor: Hit): Found<'funders'> | undefined {
  const { doc, words, names } = money
  const giver = names.findLast(({ end }) => end <= actor.start)
  if (!giver || !contains(sentenceAt(doc, actor.start), giver)) return undefined
  const between = doc.text.slice(giver.end, actor.start)
  const joined = new RegExp(`^(?:\\s\\([^)]{0,30}\\))?,?\\s(?:${words.and})\\s(?:\\p{Ll}+\\s)?$`, 'iu').test(between)
  if (!joined || reasonFor(money, giver) === undefined) return undefined
  return found(money, actor, { id: actor.id, rule: 'funder/beside', because: 'named beside another giver' })
}

/** Gifts of firms and citizens that have no name of their own: "poklon jedne ovdašnje fabrike". */
export function gifts(money: Money): Found<'funders'>[] {
  const { doc, words } = money
  const hits = words.gifts.find(doc).filter((hit) => !isSilent(money, hit))
  return hits.flatMap((gift, i) => {
    if (gift.id !== 'gift' || money.govern(gift)?.cue.id === 'seeking') return []
    const giver = [hits[i + 1], hits[i - 1]].find((other) => other?.id === 'private' && near(money, gift, other))
    if (!giver) return []
    const span = { start: Math.min(gift.start, giver.start), end: Math.max(gift.end, giver.end) }
    return [found(money, span, { id: 'companies-donors', rule: 'funder/gift', because: 'a gift of firms or citizens' })]
  })
}

const near = ({ doc }: Money, a: Span, b: Span): boolean =>
  contains(sentenceAt(doc, a.start), b) && Math.max(a.start, b.start) - Math.min(a.end, b.end) <= GIFT_REACH

interface Claim {
  readonly id: string
  readonly rule: string
  readonly because: string
}

function found({ language }: Money, { start, end }: Span, { id, rule, because }: Claim): Found<'funders'> {
  const listing = funder(id)
  const name = (language === 'pl' ? listing?.names.pl : listing?.names.sr) ?? id
  const value = { id, type: listing?.type ?? 'organisation', parent: listing?.parent ?? null, name } as const
  return { dimension: 'funders', start, end, value, rule, confidence: 0.85, because }
}
