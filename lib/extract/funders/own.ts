import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { blockAt, contains, inside, overlaps, type Span, sentenceAt, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { type Money, windowOf } from './money.ts'

/** So many small words may stand between a payer and its verb; capitals are its name and do not count. */
const APART = 5
const GIFT_REACH = 90

/** The municipality's own money where the municipality is the subject: "opština je dodala", "płaci za niego miasto". */
export function own(money: Money): Found<'funders'>[] {
  const { doc, words, names } = money
  const speaking = (hit: Hit): boolean => !isSilent(money, hit) && !touches(names, hit)
  const verbs = words.spending.find(doc).filter(speaking)
  return words.actors
    .find(doc)
    .filter(speaking)
    .flatMap((actor) => {
      const verb = inside(verbs, windowOf(doc, actor)).find((each) => belong(money, actor, each))
      if (!verb) return []
      const span = { start: Math.min(actor.start, verb.start), end: Math.max(actor.end, verb.end) }
      return [found(money, span, { id: actor.id, rule: 'funder/own', because: `“${verb.pattern}” with its name` })]
    })
}

const isSilent = ({ doc }: Money, hit: Span): boolean => blockAt(doc, hit.start)?.kind === 'boilerplate'

/** Do a payer and a verb stand in one clause, near each other, with no refusal? */
function belong({ doc, govern }: Money, actor: Hit, verb: Hit): boolean {
  if (overlaps(actor, verb)) return false
  const [first, second] = actor.start < verb.start ? [actor, verb] : [verb, actor]
  const between = doc.tokens.slice(first.last, second.first)
  if (/[,;:()–—!?]/u.test(doc.text.slice(first.end, second.start))) return false
  return between.filter((token) => !token.capital).length <= APART && govern(actor)?.cue.id !== 'seeking'
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

function found({ language }: Money, span: Span, { id, rule, because }: Claim): Found<'funders'> {
  const listed = funder(id)
  const name = (language === 'pl' ? listed?.names.pl : listed?.names.sr) ?? id
  const value = { id, type: listed?.type ?? 'organisation', parent: listed?.parent ?? null, name } as const
  return { dimension: 'funders', ...span, value, rule, confidence: 0.85, because }
}
