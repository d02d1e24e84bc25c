import type { Hit } from '../../locales/index.ts'
import { contains, inside, type Span, sentenceAt, type Token, touches } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { type Money, opensItem, type Reason, reasonFor, windowOf } from './money.ts'
import type { Opening } from './words.ts'

/** A cue further from an unlisted name than this does not make it a giver. */
const NEAR = 45
/** So near the beginning of the next sentence stands the word that takes a programme up. */
const RESUMED = 30
const LONGEST_NAME = 12
/** A name in quotes, past "pn." or "pod nazivom". */
const QUOTED = /^(?:\s\p{L}{2,7}\.?){0,2}\s*[„"“«]([^„"“”«»\n]{2,160})[”"“»]/u

/** A word no longer than this joins the words of a name: "Ministarstvo za brigu o selu". */
const JOINT = 3
const JOINED = /^(?: \p{L}+(?: \p{L}{1,3}(?= ))?){1,2}/u
const ANY_STOP = /^(?:\s\p{L}+){2,9}(?=\s*[–—.,;:(\n]|\s-\s|$)/u
const DASH = /^(?:\s\p{L}+){2,9}(?=\s*[–—:(]|\s-\s)/u

type Head = Hit<Opening>

/** Givers and programmes that the list lacks, named as the text names them: "ze środków Funduszu Dopłat", "kroz program Exchange 4". */
export function unlisted(money: Money): Found<'funders'>[] {
  let read = 0
  return money.heads.flatMap((head) => {
    if (head.start < read) return []
    const name = head.id === 'organisation' ? organisationAt(money, head) : programmeAt(money, head)
    if (!name || touches(money.names, name)) return []
    const reason = head.id === 'organisation' ? reasonNear(money, head, name) : throughOf(money, head, name)
    if (!reason) return []
    read = name.end
    return [foundOf(money, { head, name, reason })]
  })
}

/** The name that a head opens: capitals, words in quotes, and for a head in capitals one small word ("Ministarstvo prosvete"). */
function organisationAt({ doc }: Money, head: Head): Span | undefined {
  const first = doc.tokens[head.first]
  if (!first?.capital) return undefined
  const quoted = QUOTED.exec(doc.text.slice(head.end, head.end + 200))
  if (quoted) return { start: head.start, end: head.end + quoted[0].length }
  const end = endOfName(doc.tokens, head.last, (a, b) => /^(?: | ?\n|[/-])$/u.test(doc.text.slice(a.end, b.start)))
  const next = doc.tokens[head.last]
  if (end > head.last) return { start: head.start, end: doc.tokens[end - 1]?.end ?? head.end }
  if (!next || doc.text.slice(head.end, next.start) !== ' ') return undefined
  const joined = next.end - next.start <= JOINT ? JOINED.exec(doc.text.slice(next.end, next.end + 60))?.[0].length : 0
  return { start: head.start, end: next.end + (joined ?? 0) }
}

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
function programmeAt({ doc }: Money, head: Head): Span | undefined {
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

/** An organisation gives where a word of giving governs it from near by, or where sources are listed. */
function reasonNear(money: Money, head: Head, name: Span): Reason | undefined {
  const reason = reasonFor(money, name)
  if (reason?.rule !== 'funder/cue') return reason && { ...reason, confidence: 0.8 }
  const governor = money.govern({ start: head.start, end: name.end })
  return governor && governor.distance <= NEAR ? { ...reason, confidence: 0.75 } : undefined
}

/** A programme pays where money comes through it: "u okviru programa … uz podršku", "ten program finansują", in a list of sources. */
function throughOf(money: Money, head: Head, name: Span): Reason | undefined {
  const zone = money.zonesAt(head).find((each) => each.cell === 'whole' && contains(each, head))
  if (zone) return { rule: zone.rule, confidence: 0.8, because: `stands under “${zone.label}”` }
  if (head.id === 'project') return undefined
  const { doc, words } = money
  const stances = words.stances.find({ tokens: inside(doc.tokens, windowOf(doc, head)), blocks: doc.blocks })
  if (stances.some(({ id }) => id === 'seeking')) return undefined
  const giving = stances.filter(({ id }) => id === 'giving')
  const because = 'money comes through this programme'
  if (isThrough(money, head) && giving.length) return { rule: 'funder/through', confidence: 0.78, because }
  const close = giving.some((cue) => (cue.start >= name.end ? cue.start - name.end : head.start - cue.end) <= NEAR / 2)
  if (close) return { rule: 'funder/cue', confidence: 0.72, because: 'a word of giving stands beside this programme' }
  return isResumed(money, name) ? { rule: 'funder/resumed', confidence: 0.7, because } : undefined
}

/** Does "u okviru", "w ramach", "kroz" open the head? */
function isThrough({ doc, words }: Money, head: Head): boolean {
  const before = { tokens: doc.tokens.slice(Math.max(0, head.first - 4), head.first), blocks: doc.blocks }
  return words.through.find(before).some((hit) => doc.text.slice(hit.end, head.start).trim() === '')
}

/** Does the next sentence take the programme up as one that is paid for: "Taj program finansiraju …"? */
function isResumed({ doc, words, heads, govern }: Money, name: Span): boolean {
  const sentence = sentenceAt(doc, name.start)
  const next = inside(heads, { start: sentence.end, end: sentence.end + RESUMED })[0]
  if (!next) return false
  const before = doc.tokens[next.first - 1]
  return before !== undefined && words.anaphors.has(before.form) && govern(next)?.cue.id === 'giving'
}

interface Unlisted {
  readonly head: Head
  readonly name: Span
  readonly reason: Reason
}

function foundOf({ doc }: Money, { head, name, reason }: Unlisted): Found<'funders'> {
  const type = head.id === 'organisation' ? 'organisation' : 'programme'
  const words = doc.text.slice(name.start, name.end).replace(/\s+/gu, ' ')
  return { dimension: 'funders', ...name, value: { id: null, type, parent: null, name: words }, ...reason }
}
