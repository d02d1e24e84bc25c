import { blockAt, inside, once, type Span } from '../../text/index.ts'
import { type Money, opensItem } from './money.ts'
import { endOfName, type Head, QUOTED } from './names.ts'
import type { Words } from './words.ts'

/** The rest of a name whose first word stands right behind the opening quote. */
const UNQUOTED = /^[^„"“”«»\n]{2,120}(?=[”"“»])/u
const ANY_STOP = /^(?:\s\p{L}+){2,9}(?=\s*[–—.,;:(\n\d]|\s-\s|$)/u
const DASH = /^(?:\s\p{L}+){2,9}(?=\s*[–—:(]|\s-\s)/u
/** "Programu wyrównywania różnic między regionami III", but not "w klasach VII-VIII". */
const NUMBERED = /^(?:\s\p{Ll}+){2,8}\s[IVX]{1,4}(?!\p{L}|(?:\s?[–-]\s?|\s\p{Ll}{1,4}\s)[IVX])/u

/** " na lata", at the end of a name. */
const termOf = once(({ terms }: Words) => new RegExp(`\\s(?:${terms})$`, 'u'))

/**
 * The name of a programme: in quotes, capitals right behind the word, or all words to the next stop where it opens an item, or
 * where `isMeant` as what money comes through and begins with a capital.
 */
export function programmeAt(money: Money, head: Head, isMeant: boolean): Span | undefined {
  const { doc } = money
  const start = quoteIn(doc.text, head)
  const whole =
    start === undefined
      ? NUMBERED.exec(doc.text.slice(head.end, head.end + 140))
      : UNQUOTED.exec(doc.text.slice(start, start + 140))
  if (whole) return { start: start ?? head.start, end: (start ?? head.end) + whole[0].length }
  const quoted = QUOTED.exec(doc.text.slice(head.end, head.end + 220))
  const words = quoted?.[1]
  if (quoted && words) {
    const first = head.end + quoted[0].indexOf(words)
    return { start: first, end: first + words.length }
  }
  const givers = giversBehind(money, head)
  if (givers) return givers
  const end = endOfName(doc.tokens, head.last, (a, b) => doc.text.slice(a.end, b.start) === ' ')
  const last = doc.tokens[end - 1]
  if (end > head.last && last && doc.tokens[head.last]?.capital)
    return isShouted(money, head) ? undefined : { start: head.start, end: last.end }
  const capital = doc.tokens[head.first]?.capital
  const any = head.last - head.first > 1 || (isMeant && capital)
  const stop = any ? ANY_STOP : capital && opensItem(doc, head) ? DASH : null
  const rest = stop?.exec(doc.text.slice(head.end, head.end + 120))?.[0].replace(termOf(money.words), '')
  // "rządowego programu gmina otrzymała samochód": a sentence that goes on.
  const tokens = rest ? inside(doc.tokens, { start: head.end, end: head.end + rest.length }) : []
  const goesOn = money.words.actors.find({ tokens, blocks: doc.blocks }).length > 0
  return rest && !goesOn ? { start: head.start, end: head.end + rest.length } : undefined
}

/** Where the name begins whose quote opens before or within its head: "„Program …”", "rządowego „Programu …”". */
function quoteIn(text: string, { start, end }: Head): number | undefined {
  const opened = text.slice(Math.max(0, start - 1), end).search(/[„"“«](?=[\p{L}\s]+$)/u)
  return opened < 0 ? undefined : Math.max(0, start - 1) + opened + 1
}

/** "POZIV ZA FINANSIRANJE PROGRAMA UDRUŽENJA": where all stands in capitals they tell no name. */
function isShouted({ doc }: Money, head: Head): boolean {
  const block = blockAt(doc, head.start)
  const tokens = block ? inside(doc.tokens, block) : []
  return (
    tokens.filter(({ capital }) => capital).length > SHOUTED &&
    tokens.every(({ start, end }) => !/\p{Ll}{2}/u.test(doc.text.slice(start, end)))
  )
}

/** So many words in capitals are more than the name of one programme. */
const SHOUTED = 5

/**
 * "program Evropske unije i Saveta Evrope ROMACTED", "programa Vlade Švajcarske „Za čistiji vazduh“": the name behind
 * those whose programme it is.
 */
function giversBehind({ doc, names }: Money, head: Head): Span | undefined {
  let end = head.end
  for (const name of inside(names, { start: head.end, end: head.end + 120 })) {
    if (!/^\s(?:\p{Ll}{1,4}\s)?$/u.test(doc.text.slice(end, name.start))) break
    end = name.end
  }
  const named =
    end > head.end &&
    /^\s(?:\p{Ll}{2}\.?\s)?(?:[„"“«]([^„"“”«»\n]{2,100})[”"“»]|(\p{Lu}{4,})(?![\p{L}\d]))/u.exec(
      doc.text.slice(end, end + 120),
    )
  const words = named ? (named[1] ?? named[2]) : undefined
  if (!named || !words) return undefined
  const start = end + named[0].indexOf(words)
  return { start, end: start + words.length }
}
