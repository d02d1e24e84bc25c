import type { Hit } from '../../locales/index.ts'
import { inside, type Span, sentenceAt, type Token } from '../../text/index.ts'
import { type Money, opensItem } from './money.ts'
import type { Opening, Words } from './words.ts'

/** A word that opens the name of a giver no list knows. */
export type Head = Hit<Opening>

const LONGEST_NAME = 12
/** A name of capitals in quotes right behind its head. */
const CALLED = /^ [„"“«]\p{Lu}[^„"“”«»\n]{1,60}[”"“»]/u
/** A name in quotes, past "pn." or "pod nazivom". */
const QUOTED = /^(?:\s\p{L}{2,7}\.?){0,2}\s*[„"“«]([^„"“”«»\n]{2,160})[”"“»]/u
/** The rest of a name whose first word stands right behind the opening quote. */
const UNQUOTED = /^[^„"“”«»\n]{2,120}(?=[”"“»])/u

/** A word no longer than this joins the words of a name: "Ministarstvo za brigu o selu". */
const JOINT = 3
/** So many words of small letters a name may have behind its head. */
const LONGEST_TAIL = 5
const ANY_STOP = /^(?:\s\p{L}+){2,9}(?=\s*[–—.,;:(\n]|\s-\s|$)/u
const DASH = /^(?:\s\p{L}+){2,9}(?=\s*[–—:(]|\s-\s)/u
/** "Programu wyrównywania różnic między regionami III". */
const NUMBERED = /^(?:\s\p{Ll}+){2,8}\s[IVX]{1,4}(?!\p{L})/u

/** The name that a head opens: capitals, words in quotes, and for a head in capitals small words ("Ministarstvo prosvete"). */
export function organisationAt(money: Money, head: Head): Span | undefined {
  const { doc } = money
  const first = doc.tokens[head.first]
  if (!first?.capital || head.id === 'firm') return namedSmall(money, head) ?? nameBefore(money, head)
  const quoted = QUOTED.exec(doc.text.slice(head.end, head.end + 200))
  if (quoted) return { start: head.start, end: head.end + quoted[0].length }
  const spaced = (a: Span, b: Span): boolean => /^(?: | ?\n|[/-])$/u.test(doc.text.slice(a.end, b.start))
  const end = endOfName(doc.tokens, head.last, spaced)
  if (end > head.last) return { start: head.start, end: doc.tokens[end - 1]?.end ?? head.end }
  const tail = endOfTail(money, head.last)
  if (tail === head.last) return undefined
  const country = endOfName(doc.tokens, tail, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  return { start: head.start, end: doc.tokens[country - 1]?.end ?? head.end }
}

/** "fondacija „Korak“", "kompanija Metro": a head in small letters and the name in quotes, or of a firm in capitals, behind it. */
function namedSmall({ doc }: Money, head: Head): Span | undefined {
  const quoted = CALLED.exec(doc.text.slice(head.end, head.end + 80))
  if (quoted) return { start: head.start, end: head.end + quoted[0].length }
  if (head.id !== 'firm') return undefined
  const end = endOfName(doc.tokens, head.last, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  return end > head.last ? { start: head.start, end: doc.tokens[end - 1]?.end ?? head.end } : undefined
}

/** "Erste fondacija": the capitals before a small word that names the kind of giver, but not the word a sentence begins with. */
function nameBefore({ doc, words }: Money, head: Head): Span | undefined {
  const before = doc.tokens[head.first - 1]
  const kind = words.behindName.find({ tokens: inside(doc.tokens, head), blocks: doc.blocks }).length > 0
  if (!kind || !before?.capital || doc.text.slice(before.end, head.start) !== ' ') return undefined
  return before.start > sentenceAt(doc, before.start).start ? { start: before.start, end: head.end } : undefined
}

/** Index behind the small words that belong to a name: "za brigu o selu", "spoljnih poslova", up to a verb. */
function endOfTail({ doc, words }: Money, at: number): number {
  let end = at
  for (let i = at; i < at + LONGEST_TAIL; i++) {
    const before = doc.tokens[i - 1]
    const token = doc.tokens[i]
    if (!token || !before || doc.text.slice(before.end, token.start) !== ' ') break
    if (token.capital) return i > at && isJoint(before) ? i + 1 : end
    if (words.auxiliaries.has(token.form) || speaks(doc.tokens[i], { doc, words })) break
    if (isJoint(token)) continue
    end = i + 1
    if (!goesOn(doc.tokens, i, { words, joined: isJoint(doc.tokens[at] ?? token) })) break
  }
  return end
}

const isJoint = (token: Token): boolean => token.end - token.start <= JOINT

interface Tail {
  readonly words: Words
  /** The name goes on with "za", "o". */
  readonly joined: boolean
}

/** Behind an adjective comes its noun, behind a small joint ("i", "o") another word: "za upravljanje javnim ulaganjima". */
function goesOn(tokens: readonly Token[], i: number, { words, joined }: Tail): boolean {
  const next = tokens[i + 1]
  const adjective = new RegExp(`(?:${words.adjective})$`, 'u')
  if (adjective.test(tokens[i]?.form ?? '')) return true
  return next !== undefined && (isJoint(next) || (joined && adjective.test(next.form)))
}

const speaks = (token: Token | undefined, { doc, words }: Pick<Money, 'doc' | 'words'>): boolean =>
  token !== undefined && words.stances.find({ tokens: [token], blocks: doc.blocks }).length > 0

/** Index behind the last capital of a run from token `at`. */
function endOfName(tokens: readonly Token[], at: number, adjacent: (a: Token, b: Token) => boolean): number {
  let end = at
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_NAME); i++) {
    const before = tokens[i - 1]
    const token = tokens[i]
    if (!token || !before || !adjacent(before, token) || !(token.capital || /^\d/u.test(token.form))) break
    end = i + 1
  }
  return end
}

/** The name of a programme: in quotes, capitals right behind the word, or all words to the next stop where it opens an item. */
export function programmeAt({ doc }: Money, head: Head): Span | undefined {
  const whole = /[„"“«]$/u.test(doc.text.slice(0, head.start).slice(-1))
    ? UNQUOTED.exec(doc.text.slice(head.start, head.start + 140))
    : NUMBERED.exec(doc.text.slice(head.end, head.end + 140))
  if (whole) return { start: head.start, end: (/^\s/u.test(whole[0]) ? head.end : head.start) + whole[0].length }
  const quoted = QUOTED.exec(doc.text.slice(head.end, head.end + 220))
  const words = quoted?.[1]
  if (quoted && words) {
    const start = head.end + quoted[0].indexOf(words)
    return { start, end: start + words.length }
  }
  const end = endOfName(doc.tokens, head.last, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  const last = doc.tokens[end - 1]
  if (end > head.last && last && doc.tokens[head.last]?.capital) return { start: head.start, end: last.end }
  const stop =
    head.last - head.first > 1 ? ANY_STOP : doc.tokens[head.first]?.capital && opensItem(doc, head) ? DASH : null
  const rest = stop?.exec(doc.text.slice(head.end, head.end + 120))
  return rest ? { start: head.start, end: head.end + rest[0].length } : undefined
}

/** Letters of a head that tell it from others in any case: "Komesarijat", "Komesarijata". */
const STEM = 6

/** A listed giver by the head of its name alone, once the text has named it in full: "Sredstva je obezbedio Komesarijat." */
export function shortened(money: Money, head: Head): Hit | undefined {
  const { doc, words, names } = money
  const first = doc.tokens[head.first]
  const next = doc.tokens[head.last]
  if (!first?.capital || head.last - head.first > 1) return undefined
  const apart = !next || !/^ $/u.test(doc.text.slice(head.end, next.start))
  if (!apart && !(next && !next.capital && (words.auxiliaries.has(next.form) || speaks(next, money)))) return undefined
  return names.findLast((name) => name.end <= head.start && stemOf(doc.tokens[name.first]) === stemOf(first))
}

const stemOf = (token: Token | undefined): string => token?.form.slice(0, STEM) ?? ''
