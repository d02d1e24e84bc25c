import type { Hit } from '../../locales/index.ts'
import { fold, inside, once, type Span, type Token, touches } from '../../text/index.ts'
import type { Money } from './money.ts'
import type { Opening, Words } from './words.ts'

/** A word no longer than this joins the words of a name: "Ministarstvo za brigu o selu". */
const JOINT = 3
/** So far the words of a name go on. */
const REACH = 120
/** An office is named by so many things at most: "rada, zapošljavanja, boračkih i socijalnih pitanja". */
const LONGEST = 12

/** A word of two or three letters between the words of a name. */
export const isJoint = (token: Token): boolean => token.end - token.start <= JOINT

/** Has a word the ending of an adjective: "omladinskog"? */
export const isAdjective = (words: Words, { form }: Token): boolean => adjectiveOf(words).test(form)

const adjectiveOf = once(({ adjective }: Words) => new RegExp(`(?:${adjective})$`, 'u'))

/**
 * Index behind the last word of a name that reaches to token `end`: behind an adjective comes its noun, behind the first
 * thing an office is for the others: "Ministarstvo omladine | i sporta". A name that would end in an adjective or a "za" is
 * cut before it.
 */
export function endOfRest(money: Money, head: Hit<Opening>, end: number): number {
  const { doc, words } = money
  const isOffice =
    words.offices.find({ tokens: doc.tokens.slice(head.first, head.last), blocks: doc.blocks }).length > 0
  const opens = (token: Token | undefined): boolean => token !== undefined && mayBelong(money, token)
  let last = end
  while (last - end < LONGEST) {
    const next = doc.tokens[last]
    const before = doc.tokens[last - 1]
    const spaced = next && before && /^(?: | ?\n)$/u.test(doc.text.slice(before.end, next.start))
    if (spaced && isAdjective(words, before) && !next.capital && !isJoint(next) && opens(next)) last++
    else {
      const more = isOffice && before ? behindAnd(money, before, opens) : 0
      if (!more) break
      last += more
    }
  }
  const cut = (token: Token | undefined): boolean =>
    token !== undefined && !token.capital && (isJoint(token) || isAdjective(words, token))
  while (last > head.last && cut(doc.tokens[last - 1])) last--
  return last
}

const listOf = (thing: string): RegExp =>
  new RegExp(`^(?:,\\s${thing}(?:\\s${thing})??){0,4}\\s(\\p{Ll}+)\\s${thing}`, 'u')
/** ", Trgovine i Telekomunikacija", ", trgovine i telekomunikacija", with the word that joins the last. */
const CAPITALS = listOf('\\p{Lu}\\p{L}+')
const SMALL = listOf('\\p{Ll}+')

/**
 * Number of tokens of "i sporta", ", trgovine i telekomunikacija" behind a word of an office's name; 0 where another
 * thing begins.
 */
function behindAnd({ doc, words }: Money, before: Token, opens: (token: Token | undefined) => boolean): number {
  const text = doc.text.slice(before.end, before.end + REACH)
  const list = (before.capital ? CAPITALS : SMALL).exec(text)
  const joint = fold(list?.[1] ?? '')
  if (!list || !words.joining.has(joint)) return 0
  const tokens = inside(doc.tokens, { start: before.end, end: before.end + list[0].length })
  const things = tokens.filter((token) => fold(doc.text.slice(token.start, token.end)) !== joint)
  return things.every(opens) ? tokens.length : 0
}

/** May a word belong to a name: is it no verb of giving, no small word, no payer, no name of another? */
function mayBelong({ doc, words, names, heads }: Money, token: Token): boolean {
  const text = { tokens: [token], blocks: doc.blocks }
  const other = words.stances.find(text).length + words.actors.find(text).length + words.persons.find(text).length
  const small = words.auxiliaries.has(token.form) || words.noName.has(token.form)
  const span: Span = token
  return !other && !small && !touches(names, span) && !touches(heads, span)
}
