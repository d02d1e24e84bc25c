import { type Hit, longest } from '../../locales/index.ts'
import { fold, inside, once, type Span, touches } from '../../text/index.ts'
import { type Money, windowOf } from './money.ts'
import type { Backing, Words } from './words.ts'

/** A municipality that pays in an oblique case, and what says so. */
export interface Backer {
  readonly span: Span
  /** The funder that its own money is. */
  readonly id: string
  readonly pattern: string
}

/** So far behind a word of support its municipalities are named. */
const REACH = 300

/**
 * The municipality behind a word of support: "uz podršku Opštine Temerin", "dofinansowane przez Gminę Czerwin", with
 * its share: "10% obezbeđuju opštine".
 */
export function backersIn(money: Money): Backer[] {
  const hits = longest(money.words.backing.find(money.doc))
  const actors = hits.some(({ id }) => id === 'backing') ? money.words.backers.find(money.doc) : []
  const found = hits.flatMap((hit) => {
    if (hit.id === 'backing') return backed(money, hit, actors)
    return hit.id === 'received' ? received(money, hit) : shared(money, hit)
  })
  return found.filter(({ span }) => !touches(money.names, span))
}

/** " ", " gradske ". */
const adjectiveAtMost = once(({ adjective }: Words) => new RegExp(`^\\s(?:[\\p{L}-]*(?:${adjective})\\s)?$`, 'iu'))
/** " Powiatowego i ", " Temerin, ". */
const nextOf = once(
  ({ and, adjective }: Words) =>
    new RegExp(`^(?:\\s\\p{Lu}[\\p{L}-]+){0,3}(?:,|\\s(?:${and}))\\s(?:[\\p{L}-]*(?:${adjective})\\s)?$`, 'u'),
)

/** The municipalities right behind the words of support, past an adjective of their own: "gradske opštine". */
function backed(money: Money, hit: Hit<Backing>, actors: readonly Hit[]): Backer[] {
  const { doc, words } = money
  const [actor, other] = inside(actors, { start: hit.end, end: hit.end + REACH })
  if (!actor || !adjectiveAtMost(words).test(fold(doc.text.slice(hit.end, actor.start)))) return []
  // "Samorząd Województwa".
  if (words.othersBudgets.has(doc.tokens[actor.last]?.form ?? '')) return []
  const isPaid = words.stances
    .find({ tokens: inside(doc.tokens, { start: hit.start, end: actor.start }), blocks: doc.blocks })
    .every(({ id }) => id === 'giving')
  if (!isPaid || money.govern(actor)?.sought) return []
  const paid = [{ span: { start: hit.start, end: actor.end }, id: actor.id, pattern: hit.pattern }]
  // "wsparciu Starostwa Powiatowego i Urzędu Miasta".
  if (other && nextOf(words).test(doc.text.slice(actor.end, other.start)))
    paid.push({ span: { start: other.start, end: other.end }, id: other.id, pattern: hit.pattern })
  return paid
}

/** "10%", "30 odsto", "trideset odsto". */
const shareOf = once(({ percent }: Words) => new RegExp(`\\d\\s?%|(?:\\d|\\p{L})\\s?(?:${percent})(?!\\p{L})`, 'iu'))

/** "sufinansiraju". */
const sharingOf = once(({ sharing }: Words) => new RegExp(`(?<!\\p{L})(?:${sharing})`, 'iu'))

/** "4 000 zł", "60.000 dinara". */
const sumOf = once(({ sums }: Words) => new RegExp(`\\d\\s?(?:${sums})(?!\\p{L})|(?:^|\\s)(?:${sums})(?!\\p{L})`, 'iu'))

/** "Roditelji od opštine dobijaju 60.000 dinara": what is handed out is money only where the sentence has a sum. */
function received(money: Money, hit: Hit): Backer[] {
  const { doc, words } = money
  const window = windowOf(doc, hit)
  if (!sumOf(words).test(fold(doc.text.slice(window.start, window.end))) || money.govern(hit)?.sought) return []
  return [ownBudget(money, hit)]
}

/**
 * Several municipalities pay a share, as the sentence or the verb itself tells: "usluge sufinansiraju opštine". Said of no share
 * it is a rule of law, and not of this project.
 */
function shared(money: Money, hit: Hit<Backing>): Backer[] {
  const { doc, words } = money
  const window = windowOf(doc, hit)
  const rest = words.spending.find({ tokens: inside(doc.tokens, window), blocks: doc.blocks })
  const isShare =
    sharingOf(words).test(fold(doc.text.slice(hit.start, hit.end))) ||
    shareOf(words).test(doc.text.slice(window.start, window.end)) ||
    rest.some(({ id }) => id === 'rest')
  return isShare ? [ownBudget(money, hit)] : []
}

/** The budget of the municipality that the text is about, as what a phrase speaks of. */
const ownBudget = ({ words }: Money, hit: Hit): Backer => ({
  span: hit,
  id: words.budget,
  pattern: hit.pattern,
})
