import type { Hit } from '../../locales/index.ts'
import { bisect, type Doc, fold, once, overlaps, type Span, sentenceAt } from '../../text/index.ts'
import type { Stance, Words } from './words.ts'

/** A word of giving, acting or seeking that governs a name, and how far it stands. */
export interface Governor {
  readonly cue: Hit<Stance>
  readonly distance: number
  /** A word of asking stands near, whichever is nearest: "tražiće novac od …". */
  readonly sought: boolean
}

/** A cue further than this from a name says nothing of it. */
const REACH = 240
/** What a break between cue and name adds to their distance. */
const BREAK = 30
/** So near a word of asking undoes a word of giving. */
const SOUGHT = 60
/** Distance of a word of giving that is a part of the name: "dotacja wojewody", "wkład własny". */
const WITHIN = 20
/** A relative clause that tells what the one named does has its verb so near: "NSZ, koja potom plaća". */
const CLAUSE = 40

/** Logos and cells side by side say nothing of each other. */
const GAP = /[^\S\n]{3,}|\s\|\s|\t/u

/** Distance at most of a cue with a colon from all that it labels: "Partneri: …". */
const LABEL = 10

/** Tells which cue of its sentence governs a name. */
export type Govern = (span: Span) => Governor | undefined

/** "-a, koji ", " koja je ": opens the clause that tells of a name. */
const clauseOf = once(
  ({ relative }: Words) => new RegExp(`^(?:-\\p{Ll}{1,3})?,?\\s(?:${relative})\\s(?:\\p{L}+\\s){0,2}$`, 'u'),
)

/** ", a " right before a name: a clause that is set against the one before. */
const turnOf = once(({ but }: Words) => new RegExp(`,\\s(?:${but})\\s$`, 'u'))

/** Reads the cues of a text once. */
export function governorsOf(doc: Doc, words: Words): Govern {
  const persons = new Set(words.persons.find(doc).map(({ start }) => start))
  const setting = { doc, words, persons, cues: cuesIn(doc, words) }
  return (span) => governorOf(setting, span)
}

/** A text with its cues, and where words begin that call somebody a giver: "donatori". */
interface Setting {
  readonly doc: Doc
  readonly words: Words
  readonly persons: ReadonlySet<number>
  readonly cues: readonly Hit<Stance>[]
}

function cuesIn(doc: Doc, words: Words): Hit<Stance>[] {
  // "dotacja wojewody na realizację programu": there the word of doing tells what the money is for.
  const purposes = new Set(words.purposes.find(doc).map(({ end }) => end))
  const stances = words.stances
    .find(doc)
    .map((cue) => (isDenied(doc, words, cue) ? { ...cue, id: 'acting' as const } : cue))
  return stances.filter(({ id, first, end }, i) => {
    if (id === 'acting' && purposes.has(end)) return false
    if (id === 'giving' && words.without.has(doc.tokens[first - 1]?.form ?? '')) return false
    // "nabór wniosków" is one cue: the word of asking in it asks for nothing.
    const before = stances.slice(Math.max(0, i - 3), i)
    return id !== 'seeking' || !before.some((other) => other.id === 'acting' && other.end >= end)
  })
}

type Near = Omit<Governor, 'sought'>

function governorOf(setting: Setting, span: Span): Governor | undefined {
  const { doc, cues } = setting
  const sentence = sentenceAt(doc, span.start)
  const from = Math.max(sentence.start, span.start - REACH)
  const to = Math.min(Math.max(sentence.end, span.end), span.end + REACH)
  let best: Near | undefined
  let sought = false
  for (let i = bisect(cues, ({ start }) => start < from); i < cues.length; i++) {
    const cue = cues[i]
    if (!cue || cue.start >= to) break
    if (isIdle(doc, cue, span)) continue
    const distance = distanceIn(setting, { cue, span, best })
    if (distance === Number.POSITIVE_INFINITY) continue
    // What is hoped for in the clause before is another thing: "očekuje se da počnu radovi, uz podršku …".
    const apart = doc.text.slice(cue.end, span.start).includes(',') ? BREAK : 0
    sought ||= cue.id === 'seeking' && distance + apart <= SOUGHT
    if (!best || distance < best.distance || givesBesides(setting, cue, { best, span })) best = { cue, distance }
  }
  return best && { ...best, sought }
}

/** Does a cue say nothing of a name: one of acting inside it, or that labels the one behind it, "(operator: …)"? */
const isIdle = ({ text }: Doc, cue: Hit<Stance>, span: Span): boolean =>
  overlaps(cue, span) ? cue.id !== 'giving' : cue.id === 'acting' && cue.start >= span.end && text[cue.end] === ':'

/** How far a cue stands from a name, where the nearest so far is `best`; infinite where it says nothing of it. */
function distanceIn(setting: Setting, { cue, span, best }: { cue: Hit<Stance>; span: Span; best: Near | undefined }) {
  const { doc, words, persons } = setting
  if (overlaps(cue, span)) return WITHIN
  // "sredstvima programa Evropske unije koji je sproveo UNOPS": of what is given, and not of the giver.
  const isGift = best?.cue.id === 'giving' && best.cue.end <= span.start && best.distance <= CLAUSE
  if (!isGift && isToldOf(doc, words, { cue, span })) return 0
  const listed = cue.start >= span.end && persons.has(cue.start) && isJoined(setting, cue) ? BREAK : 0
  const turned = cue.end < span.start && turnOf(words).test(doc.text.slice(cue.end, span.start)) ? BREAK : 0
  return distanceOf(doc.text, cue, span) + listed + turned
}

/** Does a cue stand in the relative clause that tells of a name? */
const isToldOf = ({ text }: Doc, words: Words, { cue, span }: { cue: Span; span: Span }): boolean =>
  cue.start > span.end && cue.start - span.end <= CLAUSE && clauseOf(words).test(fold(text.slice(span.end, cue.start)))

const isJoined = ({ doc, words }: Setting, { first }: Hit): boolean =>
  words.joining.has(doc.tokens[first - 1]?.form ?? '')

/** Does the subject of the nearest word, one of acting, give besides: "Centar je raspisao poziv i obezbedio ogrev"? */
const givesBesides = (setting: Setting, cue: Hit<Stance>, { best, span }: { best: Near; span: Span }): boolean =>
  cue.id === 'giving' &&
  isJoined(setting, cue) &&
  best.cue.start !== cue.start &&
  best.cue.id === 'acting' &&
  best.cue.start >= span.end

/** "NIE jesteśmy finansowani przez NFZ", "nije finansiran": a word of giving behind "not" tells of no giver. */
function isDenied({ tokens }: Doc, words: Words, { id, first }: Hit<Stance>): boolean {
  if (id !== 'giving') return false
  const [before = '', other = ''] = [tokens[first - 1]?.form, tokens[first - 2]?.form]
  if (words.negations.has(before)) return !words.beforePronouns.has(other)
  return words.copulas.has(before) && words.negations.has(other)
}

/** Is the cue in brackets that the name stands outside of? Right behind the name they speak of it: "PFRON (dotacja)". */
const isAside = (between: string, before: boolean): boolean =>
  before ? /^[^(]*[^\s(]{2}\)/u.test(between) : /\([^)]*$/u.test(between) && !/^\s*\([^)]{0,20}$/u.test(between)

/** Characters between cue and name, more over breaks; what stands before a name governs it rather than what comes behind. */
function distanceOf(text: string, cue: Span, span: Span): number {
  const before = cue.end <= span.start
  const between = before ? text.slice(cue.end, span.start) : text.slice(span.end, cue.start)
  if (before && between.startsWith(':')) return Math.min(between.length, LABEL)
  if (GAP.test(between) || isAside(between, before)) return Number.POSITIVE_INFINITY
  const breaks =
    (between.match(before ? /[;:–—]/gu : /[,;–—:]/gu)?.length ?? 0) + (before ? 0 : between.split(';').length - 1)
  return between.length + breaks * BREAK + (before ? 0 : 4)
}
