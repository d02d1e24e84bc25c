import type { Hit } from '../../locales/index.ts'
import { firstIn, inside, once, type Span, sentenceAt, type Token } from '../../text/index.ts'
import { countryBehind, foreignBefore, isForeign } from './foreign.ts'
import type { Money } from './money.ts'
import { endOfRest, isAdjective, isJoint } from './rest.ts'
import type { Opening, Words } from './words.ts'

/** A word that opens the name of a giver no list knows. */
export type Head = Hit<Opening>

const LONGEST_NAME = 12
/** A name of capitals in quotes right behind its head. */
const CALLED = /^ [„"“«]\p{Lu}[^„"“”«»\n]{1,60}[”"“»]/u
/** A name in quotes, past "pn." or "pod nazivom". */
export const QUOTED = /^(?:\s\p{L}{2,7}\.?){0,2}\s*[„"“«]([^„"“”«»\n]{2,160})[”"“»]/u

/** So many words of small letters a name may have behind its head. */
const LONGEST_TAIL = 5

/** The name that a head opens: capitals, words in quotes, and for a head in capitals small words ("Ministarstvo prosvete"). */
export function organisationAt(money: Money, head: Head): Span | undefined {
  const name = beforeOthers(money, nameAt(money, head))
  if (!name || !isForeign(money, name)) return name
  return { start: foreignBefore(money, name)?.start ?? name.start, end: countryBehind(money, name)?.end ?? name.end }
}

/** "Ministarstvo prosvete Vlade Srbije": a name ends where that of another, who is listed, begins. */
function beforeOthers({ doc, names }: Money, name: Span | undefined): Span | undefined {
  const other = name && firstIn(names, { start: name.start + 1, end: name.end })
  if (!other) return name
  const last = doc.tokens[other.first - 1]
  // "Fonda Regionalnog stambenog programa": the head by itself names nobody.
  return last && last.start > name.start ? { start: name.start, end: last.end } : undefined
}

function nameAt(money: Money, head: Head): Span | undefined {
  const { doc } = money
  const first = doc.tokens[head.first]
  if (!first?.capital || head.id === 'firm')
    return namedSmall(money, head) ?? nameDescribed(money, head) ?? nameBefore(money, head)
  const quoted = QUOTED.exec(doc.text.slice(head.end, head.end + 200))
  if (quoted) return { start: head.start, end: head.end + quoted[0].length }
  const spaced = (a: Span, b: Span): boolean => /^(?: | ?\n|[/-])$/u.test(doc.text.slice(a.end, b.start))
  const end = joined(money, head) ?? endOfName(doc.tokens, head.last, spaced)
  // "Ministra Sportu": a head of two capitals is a name that goes on.
  if (end > head.last || (head.last - head.first > 1 && doc.tokens[head.last - 1]?.capital))
    return { start: head.start, end: doc.tokens[endOfCapitals(money, head, end) - 1]?.end ?? head.end }
  const tail = endOfTail(money, head.last)
  // "Islamska zajednica", "Minister zdrowia": a head of two words names by itself.
  const final = doc.tokens[head.last - 1]
  if (tail === head.last)
    return final && head.last - head.first > 1 && !isJoint(final) ? { start: head.start, end: head.end } : undefined
  const all = endOfRest(money, head, tail)
  if (all === head.last) return undefined
  const country = endOfName(doc.tokens, all, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  const last = doc.tokens[country - 1]?.end ?? head.end
  return { start: head.start, end: last + (CALLED.exec(doc.text.slice(last, last + 80))?.[0].length ?? 0) }
}

/**
 * "Fundusz na rzecz Sprawiedliwej Transformacji", "Fundacja im. Brata Alberta": index behind the first capital past the
 * joint.
 */
function joined({ doc, words }: Money, head: Head): number | undefined {
  const joint = jointBehind(doc.text, head.end, words)
  if (!joint || !/^\s\p{L}{2}/u.test(joint)) return undefined
  return head.last + inside(doc.tokens, { start: head.end, end: head.end + joint.length - 1 }).length + 1
}

/** " na rzecz S", " dla Ś": what joins the capitals of one name, with the first letter behind it. */
function jointBehind(text: string, end: number, words: Words): string | undefined {
  const joint = jointOf(words).exec(text.slice(end, end + LONGEST_JOINT))?.[0]
  return joint && /\p{Lu}$/u.test(joint) ? joint : undefined
}

const jointOf = once(({ joints }: Words) => new RegExp(`^\\s(?:${joints})\\s\\p{Lu}`, 'iu'))
const LONGEST_JOINT = 24

/**
 * Capitals go on behind "dla" and, of an office, over "i": "Fundacja Nauka | dla Środowiska", "Ministerstwo Sportu | i
 * Turystyki".
 */
function endOfCapitals(money: Money, head: Head, first: number): number {
  const { doc, words } = money
  const spaced = (a: Span, b: Span): boolean => doc.text.slice(a.end, b.start) === ' '
  let end = first
  for (let before = -1; end !== before && end - first < LONGEST_NAME; ) {
    before = end
    const last = doc.tokens[end - 1]
    const joint = last && jointBehind(doc.text, last.end, words)
    const next = joint ? inside(doc.tokens, { start: last.end, end: last.end + joint.length - 1 }).length : 0
    end = endOfName(doc.tokens, next ? end + next + 1 : endOfRest(money, head, end), spaced)
  }
  return end
}

/**
 * "fondacija „Korak“", "kompanija Metro": a head in small letters and the name in quotes, or of a firm in capitals,
 * behind it.
 */
function namedSmall(money: Money, head: Head): Span | undefined {
  const { doc } = money
  if (head.id === 'firm' && isMaker(money, head)) return undefined
  const quoted = CALLED.exec(doc.text.slice(head.end, head.end + 80))
  if (quoted) return { start: head.start, end: head.end + quoted[0].length }
  if (head.id !== 'firm' && head.id !== 'association') return undefined
  const end = endOfName(doc.tokens, head.last, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  return end > head.last ? { start: head.start, end: doc.tokens[end - 1]?.end ?? head.end } : undefined
}

/** "dwa stoliki firmy Hill": a firm in the genitive behind a thing made it. Behind "od" or a word of giving it gives. */
function isMaker({ doc, words }: Money, head: Head): boolean {
  const before = doc.tokens[head.first - 1]
  const { form = '' } = doc.tokens[head.first] ?? {}
  if (!before || !words.makerEndings.some((ending) => form.endsWith(ending))) return false
  if (doc.text.slice(before.end, head.start) !== ' ' || isJoint(before)) return false
  return words.stances.find({ tokens: [before], blocks: doc.blocks }).every(({ id }) => id !== 'giving')
}

/** "Erste fondacija": the capitals before a small word that names the kind of giver, but not the word a sentence begins with. */
function nameBefore({ doc, words }: Money, head: Head): Span | undefined {
  const before = doc.tokens[head.first - 1]
  const kind = words.behindName.find({ tokens: inside(doc.tokens, head), blocks: doc.blocks }).length > 0
  if (!kind || !before?.capital || doc.text.slice(before.end, head.start) !== ' ') return undefined
  const opening = sentenceAt(doc, before.start).start
  // "UniCredit fondacija", but not "Ova fondacija".
  if (before.start === opening && !/\p{Ll}\p{Lu}/u.test(doc.text.slice(before.start, before.end))) return undefined
  // "Rekonstrukcije Ženskog fonda".
  const other = doc.tokens[before.index - 1]
  const goesOn = other?.capital && other.start > opening && doc.text.slice(other.end, before.start) === ' '
  return { start: goesOn ? other.start : before.start, end: head.end }
}

/** "Kanadskog fonda za lokalne inicijative": an adjective in capitals before a head of small letters, and the words behind it. */
function nameDescribed(money: Money, head: Head): Span | undefined {
  const { doc, words } = money
  const before = doc.tokens[head.first - 1]
  if (head.id !== 'organisation' || !before?.capital || before.acronym || !isAdjective(words, before)) return undefined
  if (
    doc.text.slice(before.end, head.start) !== ' ' ||
    words.actors.find({ tokens: [before], blocks: doc.blocks }).length
  )
    return undefined
  const next = doc.tokens[head.last]
  // "Opštinski fond": by itself it may be anybody's.
  if (!next || doc.text.slice(head.end, next.start) !== ' ' || !isJoint(next)) return undefined
  const end = endOfRest(money, head, endOfTail(money, head.last))
  return end > head.last ? { start: before.start, end: doc.tokens[end - 1]?.end ?? head.end } : undefined
}

/** Index behind the small words that belong to a name: "za brigu o selu", "spoljnih poslova", up to a verb. */
function endOfTail({ doc, words, locale }: Money, at: number): number {
  let end = at
  for (let i = at; i < at + LONGEST_TAIL; i++) {
    const before = doc.tokens[i - 1]
    const token = doc.tokens[i]
    if (!token || !before || doc.text.slice(before.end, token.start) !== ' ') break
    if (token.capital) return i > at && isJoint(before) ? i + 1 : end
    if (words.auxiliaries.has(token.form) || speaks(doc.tokens[i], { doc, words }) || locale.isVerb(token.form)) break
    if (isJoint(token)) continue
    end = i + 1
    if (!goesOn(doc.tokens, i, { words, joined: isJoint(doc.tokens[at] ?? token) })) break
  }
  return end
}

interface Tail {
  readonly words: Words
  /** The name goes on with "za", "o". */
  readonly joined: boolean
}

/** Behind an adjective comes its noun, behind a small joint ("i", "o") another word: "za upravljanje javnim ulaganjima". */
function goesOn(tokens: readonly Token[], i: number, { words, joined }: Tail): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]]
  if (token && isAdjective(words, token)) return true
  return next !== undefined && (isJoint(next) || (joined && isAdjective(words, next)))
}

const speaks = (token: Token | undefined, { doc, words }: Pick<Money, 'doc' | 'words'>): boolean =>
  token !== undefined && words.stances.find({ tokens: [token], blocks: doc.blocks }).length > 0

/** Index behind the last capital of a run from token `at`. */
export function endOfName(tokens: readonly Token[], at: number, adjacent: (a: Token, b: Token) => boolean): number {
  let end = at
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_NAME); i++) {
    const before = tokens[i - 1]
    const token = tokens[i]
    if (!token || !before || !adjacent(before, token) || !(token.capital || /^\d/u.test(token.form))) break
    end = i + 1
  }
  return end
}

/** Letters of a head that tell it from others in any case: "Komesarijat", "Komesarijata". */
const STEM = 6

/** A listed giver by the head of its name alone, once the text has named it in full: "Sredstva je obezbedio Komesarijat." */
export function shortened(money: Money, head: Head): Hit | undefined {
  const { doc, words } = money
  const first = doc.tokens[head.first]
  const next = doc.tokens[head.last]
  if (!first?.capital || head.last - head.first > 1) return undefined
  if (joined(money, head)) return undefined
  const apart = !next || !/^ $/u.test(doc.text.slice(head.end, next.start))
  if (!apart && !(next && !next.capital && (words.auxiliaries.has(next.form) || speaks(next, money)))) return undefined
  return namedSo(money, first).findLast((name) => name.end <= head.start)
}

/** The listed names of a text that begin with the same word. */
const namedSo = (money: Money, { form }: Token): readonly Hit[] => byStem(money).get(form.slice(0, STEM)) ?? []

const byStem = once(({ doc, names }: Money) =>
  Map.groupBy(names, ({ first }) => doc.tokens[first]?.form.slice(0, STEM) ?? ''),
)
