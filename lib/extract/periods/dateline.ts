import { contains, type Doc, fold, length, once, overlaps, type Span } from '../../text/index.ts'
import { closesCover, isClock, isDay, isMonth, isOlder } from './posted.ts'
import { lineAt, type Place, type Scene } from './scene.ts'
import type { Cue, Words } from './words.ts'

/** So many lines from the top or the bottom of a text its own date may stand. */
const NEAR_EDGE = 14
/** Below a text, a day with its minute is that of another article: "14. 11. 2025. u 16:54". */
const CLOCK = /^\.?\s?(?:\p{L}{1,5}\.?\s)?\d{1,2}[.:]\d{2}(?:\D|$)/u
/** So is one with its minute before it, below the name of who commented: "15:28, 2025-10-31". */
const CLOCKED = /^\s*\d{1,2}:\d{2}(?::\d{2})?,?\s$/u
/** Characters of a paragraph of the text itself, and those from the top within which a headline has its day in brackets. */
const PROSE = 120
const TOP = 600
/** Characters of an item beside a date that is all of it. */
const BULLET = 3
/** Letters that may stand beside the date in a date line: a place, a weekday, "Autor: redakcija". */
const BESIDE = 44
/** So many words of small letters before a date tell what happened on it. */
const TOLD = 2
/** The place before the date that opens a paragraph: `Sremska Mitrovica, 1. april 2011. –`; and one in capitals throughout. */
const OPENING = /^\s*(?:\p{Lu}[\p{L}.]*[\s,/]+){1,5}$/u
const SHOUTED = /^[\p{Lu}\s.-]{3,},\s$/u

/**
 * The document's own date among its dates: the labelled one, else the first that stands alone on a line near an edge,
 * else the month of a title page ("Knjaževac, jun 2019."), else the day on which the page was last changed.
 */
export function publicationOf(scene: Scene, places: readonly Place[]): Place | undefined {
  const { doc, words } = scene
  const listed = listedIn(doc, places)
  const days = places.filter((place) => isDay(place.expression) && !listed.has(place))
  const labelled = days.find((place) => cueJustBefore(doc, place) === 'publication')
  if (labelled) return labelled
  const month = places.find((place) => isMonth(place.expression) && place.labelled && isPublished(doc, place))
  const edges = edgesOf(doc)
  const plain = days.filter((place) => cueJustBefore(doc, place) === undefined && !isOthers(doc, place))
  const own = plain.filter(
    (place) =>
      opensText(doc, place) ||
      opensParagraph(doc, place) ||
      isByline(doc, place, words) ||
      isDateLine(scene, place, edges),
  )
  const [first] = own
  return (
    (first && isClock(doc, first, words) ? own.find((place) => isOlder(doc, place, first)) : undefined) ??
    first ??
    month ??
    places.find(
      (place) =>
        isMonth(place.expression) &&
        (isDateLine(scene, place, { ...edges, end: doc.text.length }) || closesCover(doc, place)),
    ) ??
    days.findLast((place) => cueJustBefore(doc, place) === 'updated')
  )
}

/** "Objavljeno: februar 2021." in the head of a text. */
const isPublished = (doc: Doc, place: Place): boolean =>
  place.span.start < TOP && cueJustBefore(doc, place) === 'publication'

/** The cue of publishing or updating that labels the date, at most a few words before it on its line or above it. */
export function cueJustBefore(doc: Doc, { span, before }: Place): 'publication' | 'updated' | undefined {
  const cue = before.find(({ id }) => id === 'publication' || id === 'updated')
  // "Lista biće objavljena 2. aprila": something else comes out on that day.
  if (!cue || before.some((other) => other.id === 'event' && overlaps(other, cue))) return undefined
  if (!/^[^.;]{0,30}$/u.test(doc.text.slice(cue.end, span.start))) return undefined
  return cue.id === 'updated' ? 'updated' : 'publication'
}

/** Is it the day of another article, in a menu or with its minute, below where the text itself begins? */
export function isOthers(doc: Doc, { span, block, alone, expression }: Place): boolean {
  const isBelow = doc.blocks.some(
    ({ kind, start, end }) => kind === 'paragraph' && end - start > PROSE && end < span.start,
  )
  return isBelow && (block?.kind === 'boilerplate' || (alone && isDay(expression) && hasClock(doc, span)))
}

/** Several days that each stand alone below the menu that ends a text: those of advertisements, comments, other articles. */
export function listedIn({ blocks }: Doc, places: readonly Place[]): ReadonlySet<Place> {
  const prose = blocks.findIndex(({ kind, start, end }) => kind === 'paragraph' && end - start > PROSE)
  const menu = prose < 0 ? undefined : blocks.slice(prose).find(({ kind }) => kind === 'boilerplate')
  const below = places.filter(
    ({ alone, span, expression }) => menu !== undefined && alone && span.start > menu.end && isDay(expression),
  )
  return new Set(below.length > 1 ? below : [])
}

const hasClock = ({ text }: Doc, { start, end }: Span): boolean =>
  CLOCK.test(text.slice(end, end + BESIDE)) || CLOCKED.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))

/**
 * "date 2025-09-10 Komesarijat …", "[20.03.2024] Sprawozdanie …": an export opens with its day, a headline with one in
 * brackets.
 */
function opensText(doc: Doc, { span, expression }: Place): boolean {
  const before = doc.text.slice(0, span.start).trim()
  if (expression.rule === 'period/date-iso' && /^\p{L}{0,12}:?$/u.test(before)) return true
  return before.length < TOP && /(?:^|\n)\s*\[$/u.test(before) && /^\s?\]/u.test(doc.text.slice(span.end, span.end + 2))
}

/** Positions behind the first and before the last lines of the text. */
function edgesOf(doc: Doc): Span {
  const starts = Array.from(doc.text.matchAll(/^.*\S.*$/gmu), (match) => match.index)
  return { start: starts[NEAR_EDGE] ?? doc.text.length, end: starts[starts.length - NEAR_EDGE] ?? 0 }
}

/** "SREMSKA MITROVICA, 1. april 2011. –": does the date open a paragraph of a report, behind a place? */
function opensParagraph(doc: Doc, { span, block }: Place): boolean {
  const before = doc.text.slice(lineAt(doc, span.start).start, span.start)
  const behind = doc.text.slice(span.end, span.end + 14)
  const opening = block?.kind === 'paragraph' || block?.kind === 'lead'
  if (!opening || !OPENING.test(before)) return false
  return /^[.\s]*(?:\p{L}{1,6}\.?)?\s*[–—:-]/u.test(behind) || (SHOUTED.test(before) && /^\.\s\p{Lu}/u.test(behind))
}

const signatureOf = once(({ byline }: Words) => new RegExp(`^\\P{L}*${byline}\\s?:`, 'u'))

/** "Piše: Jelena, aktivistkinja udruženja, 10. decembar 2024.": does the date close a line that says who wrote the text? */
function isByline(doc: Doc, { span }: Place, words: Words): boolean {
  const line = lineAt(doc, span.start)
  const signed = signatureOf(words).test(fold(doc.text.slice(line.start, span.start)))
  return signed && !/\p{L}{3}/u.test(doc.text.slice(span.end, line.end))
}

/** Words of the head of a newspaper: "broj 2417 – petak, 2. jun 2023." */
const mastheadOf = once(({ filler, number }: Words) => new RegExp(`^(?:${filler}|${number})$`, 'u'))

/** Does the date stand alone on its line, or in its part of it, but for a place, a weekday, a time? */
function isDateLine(scene: Scene, place: Place, edges: Span): boolean {
  const { doc } = scene
  const { span, block } = place
  if (span.start >= edges.start && span.start < edges.end) return false
  const isHead = block !== undefined && block.index <= 1
  if (block?.kind === 'item' && block.level > 1 && !isHead && length(block) - length(span) > BULLET) return false
  const line = lineAt(doc, span.start)
  return !goesOn(doc, place, line) && isBare(scene, place, line) && !isTold(doc, place, line)
}

/** "Zapytania zgłoszone na XIX sesji⏎w dniu 31 stycznia 2008 r.": does the line go on with what happened? */
const goesOn = (doc: Doc, { span, block, before }: Place, line: Span): boolean =>
  /^\s*\p{Ll}/u.test(doc.text.slice(line.start, span.start)) &&
  before.some(({ id, start }) => id === 'event' && start >= (block?.start ?? 0))

/** Do hardly any words stand beside the date in its part of the line, and none that it is the value or the beginning of? */
function isBare({ doc, words }: Scene, { span }: Place, line: Span): boolean {
  const left =
    doc.text
      .slice(line.start, span.start)
      .split(/\||\s{3,}|»/u)
      .at(-1) ?? ''
  const right = doc.text.slice(span.end, line.end).split(/\||\s{3,}/u)[0] ?? ''
  if (/(?:\p{L}{7,}|\s\p{L}+)\s?:\s*$|;\s*$/u.test(left) || /\t/u.test(left + right)) return false
  if (/^\s?:\s*[„"“]/u.test(right)) return false
  const small = left.match(/(?<!\p{L})\p{Ll}{4,}(?!\p{L})/gu) ?? []
  const masthead = mastheadOf(words)
  if (small.filter((word) => left.includes(':') || !masthead.test(fold(word))).length >= TOLD) return false
  return (left + right).replace(/[^\p{L}]/gu, '').length <= BESIDE
}

/** Cues that may stand beside the date of a text itself. */
const OWN: ReadonlySet<Cue> = new Set(['publication', 'updated', 'start', 'end'])

/** Does a word in its part of the line say what happens on the day? */
function isTold({ text }: Doc, { span, before, after }: Place, line: Span): boolean {
  // "26 lutego 2020 | Aktualności, Inwestycje": a section's name in another part of the line says nothing of the day.
  const bar = text.slice(span.end, line.end).indexOf('|')
  const part = {
    start: Math.max(line.start, text.lastIndexOf('|', span.start)),
    end: bar < 0 ? line.end : span.end + bar,
  }
  return [...before, ...after].some((cue) => !OWN.has(cue.id) && contains(part, cue))
}
