import { isUnit, placesNamed } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import { type Span, sentenceAt, type Token, touches } from '../../text/index.ts'
import type { Money } from './money.ts'

/** A word of paying with a municipality. */
export type Spending = Hit<'spending' | 'pocket' | 'rest'>

/** A town that pays, and what says so. */
export interface Payer {
  readonly span: Span
  /** The funder that its own money is. */
  readonly id: string
  readonly pattern: string
}

/** Words of a name at most: "Nowy Dwór Mazowiecki". */
const LONGEST = 3
/** Three small words no longer than this may stand between name and verb: "Niš je platio", "Novi Sad i ove godine finansira". */
const SMALL = 6
const BETWEEN = 3

/** Towns that pay by their bare name: "Poznań opłaca ogrzewalnię", "za stipendije Sombor izdvaja", "dopłaca Tarnów". */
export function townsIn(money: Money, verbs: readonly Spending[]): Payer[] {
  return verbs.flatMap((verb, i) => {
    // Of verbs that begin together the longest comes first.
    if (verb.id !== 'spending' || verbs[i - 1]?.start === verb.start || money.govern(verb)?.sought) return []
    return before(money, verb) ?? behind(money, verb) ?? []
  })
}

function before(money: Money, verb: Spending): Payer | undefined {
  const { doc, names } = money
  const { tokens, text } = doc
  let last = verb.first
  while (verb.first - last < BETWEEN && isSmall(tokens[last - 1])) last--
  if (!/^(?:\s\p{Ll}+)*\s$/u.test(text.slice(tokens[last - 1]?.end, verb.start))) return undefined
  for (let first = Math.max(0, last - LONGEST); first < last; first++) {
    const words = tokens.slice(first, last)
    const other = tokens[first - 1]
    // "Caritas Beograd obezbedio": a part of the name of another.
    const isPart = other?.capital && isJoined(text, other, words[0]) && (!opens(doc, other) || touches(names, other))
    if (!isName(words) || isPart) continue
    if (isTown(money, words)) return payerOf(money, { start: words[0]?.start ?? verb.start, end: verb.end }, verb)
  }
  return undefined
}

function behind(money: Money, verb: Spending): Payer | undefined {
  const { tokens, text } = money.doc
  const first = tokens[verb.last]
  if (!first || text.slice(verb.end, first.start) !== ' ') return undefined
  for (let length = LONGEST; length > 0; length--) {
    const words = tokens.slice(verb.last, verb.last + length)
    const next = tokens[verb.last + length]
    const last = words.at(-1)
    if (!last || !isName(words) || (next?.capital && isJoined(text, last, next))) continue
    if (isTown(money, words)) return payerOf(money, { start: verb.start, end: last.end }, verb)
  }
  return undefined
}

const isSmall = (token: Token | undefined): boolean =>
  token !== undefined && !token.capital && token.end - token.start <= SMALL

/** Capitals throughout are a firm or an agency: NIS is no Niš. */
const isName = (words: readonly Token[]): boolean =>
  words.length > 0 && words.every(({ capital, acronym }) => capital && !acronym)

const isJoined = (text: string, a: Token, b: Token | undefined): boolean =>
  b !== undefined && text.slice(a.end, b.start) === ' '

const opens = (doc: Money['doc'], { start }: Token): boolean => sentenceAt(doc, start).start === start

const payerOf = ({ words }: Money, span: Span, { pattern }: Spending): Payer => ({ span, id: words.budget, pattern })

/** Are these words, in the nominative, the name of a town of the language's countries? */
function isTown({ doc, locale }: Money, words: readonly Token[]): boolean {
  const name = doc.text.slice(words[0]?.start, words.at(-1)?.end)
  return placesNamed(name).some((place) => locale.countries.includes(place.country) && !isUnit(place))
}
