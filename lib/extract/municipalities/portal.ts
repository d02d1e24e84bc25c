import { type Doc, fold, inside, once, type Span } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Sighting } from './sighting.ts'

/** Towns that the name of a portal lists, at least. */
const LIST = 3
/** A mark opens them, commas, marks or joining words part them. */
const OPENED = /\s[-–—|:•]+\s$/u
const LONGEST = 160

const partedOf = once(
  ({ joints }: Words) => new RegExp(`^(?:,\\s|\\s?[|•·/]\\s?|\\s(?:${[...joints].join('|')})\\s)$`, 'u'),
)
const aroundOf = once(({ around }: Words) => new RegExp(`^\\s(?:${around.join('|')})(?!\\p{L})`, 'u'))
/** "Włocławek i okolice": does a newspaper write of the town and what lies around it? */
export const isAround = (doc: Doc, { end }: Span, words: Words): boolean =>
  aroundOf(words).test(fold(doc.text.slice(end, end + LONGEST)))

const bylineOf = once(({ bylines }: Words) => new RegExp(`^\\P{L}*(?:${[...bylines].join('|')})\\s?[:/]`, 'u'))

/**
 * Names that the first line gives as those of a portal, `Južne vesti - Leskovac, Niš, Vranje` over news of Vranje, or
 * `Gazeta – Włocławek i okolice`; and where its writer is from: `Autor: M. Petrović, Valjevo`.
 */
export function portalNames(doc: Doc, sightings: readonly Sighting[], words: Words): Sighting[] {
  const first = sightings[0] && firstLine(doc)
  if (!first) return []
  const opening = sightings.filter(({ start, end }) => start >= first.start && end <= first.end)
  const top = { first, opening, sightings }
  return [...inPortal(doc, top, words), ...inBylines(doc, sightings, words), ...inLetterhead(doc, top, words)]
}

function firstLine({ text }: Doc): Span {
  const start = text.search(/\S/u)
  const end = text.indexOf('\n', Math.max(0, start))
  return { start: Math.max(0, start), end: end < 0 ? text.length : end }
}

interface Top {
  readonly first: Span
  readonly opening: readonly Sighting[]
  readonly sightings: readonly Sighting[]
}

function inPortal(doc: Doc, { first, opening, sightings }: Top, words: Words): readonly Sighting[] {
  const [one, last] = [opening[0], opening.at(-1)]
  if (!one || !last || first.end - first.start > LONGEST) return []
  if (!OPENED.test(doc.text.slice(first.start, one.start))) return []
  const behind = doc.text.slice(last.end, first.end)
  if (opening.length === 1 && aroundOf(words).test(fold(behind))) return opening
  const parted = partedOf(words)
  const isList = opening.every((each, i) => i === 0 || parted.test(doc.text.slice(opening[i - 1]?.end, each.start)))
  if (!isList || opening.length < LIST || /\p{L}/u.test(behind)) return []
  // "Nova usluga: Trstenik, Brus i Ub" over a text that names them all, or none, is no portal's; one of marks is.
  const below = new Set(sightings.slice(opening.length).map(({ name }) => name.key))
  const again = opening.filter(({ name }) => below.has(name.key)).length
  const isMenu = !doc.text.slice(one.end, last.start).includes(',')
  return again < opening.length && (again > 0 || isMenu) && !goesOn(doc, first.end) ? opening : []
}

/** Is the next line prose, so that the first one was a headline? Below the name of a portal stand a menu, a day, a headline. */
function goesOn({ text }: Doc, from: number): boolean {
  const below = text.slice(from, from + 2 * LONGEST).trimStart()
  const end = below.indexOf('\n')
  return /[.!?]["”“]?$/u.test(end < 0 ? below.trimEnd() : below.slice(0, end).trimEnd())
}

/** A dash or comma parts an association from its seat. */
const SEATED = /(?:\s[-–—|]\s|,\s)$/u
/** Words of its name among which it is called one: "Ženski centar". */
const CALLED = 3

/**
 * "Udruženje „Stožer“ – Valjevo" over a project in Ub: the seat of an association heads its pages, also those on what it does
 * elsewhere, where another place is named more often than its own.
 */
function inLetterhead(doc: Doc, { first, opening, sightings }: Top, words: Words): readonly Sighting[] {
  const [seat, other] = opening
  if (!seat || other || /\p{L}/u.test(doc.text.slice(seat.end, first.end))) return []
  if (!SEATED.test(doc.text.slice(first.start, seat.start)) || goesOn(doc, first.end)) return []
  const called = inside(doc.tokens, { start: first.start, end: seat.start }).slice(0, CALLED)
  if (!called.some(({ form }) => words.associations.has(form))) return []
  const below = Map.groupBy(sightings.slice(1), ({ name }) => name.key)
  const own = below.get(seat.name.key)?.length ?? 0
  return [...below].some(([key, named]) => key !== seat.name.key && named.length > own + 1) ? opening : []
}

const inBylines = (doc: Doc, sightings: readonly Sighting[], words: Words): Sighting[] =>
  sightings.filter(({ start }) => {
    const from = Math.max(0, start - LONGEST)
    const line = doc.text.slice(from, start)
    const own = line.slice(line.lastIndexOf('\n') + 1)
    return own.includes(':') && own.length < LONGEST / 2 && bylineOf(words).test(fold(own))
  })
