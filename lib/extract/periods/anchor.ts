import { bounds, type Dated, daysOf, isDated, isForward, type Point, type Range } from './edtf.ts'
import type { Place } from './scene.ts'
import { isStatistic, NEAR } from './verdict.ts'
import type { Cue } from './words.ts'

const DAY = 86_400_000
/** Among so many dates before and behind a date its year is looked for. */
const NEIGHBOURS = 8

/**
 * Gives dates without a year the year that the document fixes elsewhere: that of a date in the same block, else the
 * year that brings it nearest to the publication date. What the document does not fix, and what recurs every year, goes.
 */
export function resolve(places: readonly Place[], publication: Place | undefined): Place[] {
  const day = publication && bounds(publication.expression).start
  const all = dated(places, publication)
  return day ? all.map((place) => ({ ...place, ahead: (bounds(place.expression).end ?? '') >= day })) : all
}

function dated(places: readonly Place[], publication: Place | undefined): Place[] {
  const days = places.filter((place) => !isStatistic(place))
  return places.flatMap((place, i) => {
    const { from, to, edge } = place.expression
    if ([from, to].every((point) => point === null || isDated(point))) return [place]
    const cues = [...place.before, ...place.after, ...place.above]
    const again = edge === 'since' ? place.before : cues
    if (again.some(({ id }) => id === 'recurring') || isReportDue(place)) return []
    if (cues.some(({ id }) => (id === 'current' || id === 'closed') && !publication)) return []
    const around = places.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS)
    const fix = publication
      ? (byWords(publication, place) ?? fixBy(publication, place))
      : (yearOf(place, around) ?? (to?.day ? onlyYear(from === to ? days : places) : undefined))
    const range = fix && resolved(place.expression, fix)
    return range && isForward(range)
      ? [{ ...place, guessed: place.years === undefined, expression: { ...place.expression, ...range } }]
      : []
  })
}

/** "Burmistrz składa sprawozdanie do 31 marca": a report that is due until a day of no year is due every year. */
const isReportDue = ({ before, expression, span }: Place): boolean =>
  expression.edge === 'until' && before.some(({ id, end }) => id === 'report' && span.start - end <= NEAR)

type Fix = (point: Point) => Dated

/** A range of more days than these is a season, and lies in the year of the text that tells of it. */
const SEASON = 60

function fixBy(publication: Place, place: Place): Fix | undefined {
  const { from, to } = place.expression
  const year = publication.expression.to?.year
  if (year === undefined || !from || !to || from === to) return nearestTo(publication, isDue(place))
  const long = daysOf({ from: { ...from, year }, to: { ...to, year } }) > SEASON
  const coming = (publication.expression.to?.month ?? 1) > 10 && (from.month ?? 1) < 3
  return long ? (point) => ({ ...point, year: coming ? year + 1 : year }) : nearestTo(publication)
}

/** "Od 1. marta ove godine": the year that the words behind a day count from that of the text. */
function byWords({ expression: { to } }: Place, { years }: Place): Fix | undefined {
  const year = to?.year
  return year === undefined || years === undefined ? undefined : (point) => ({ ...point, year: year + years })
}

/** What is still open or goes on ends after the day on which that is told: "zahtevi se podnose do", "plaća do". */
const isDue = ({ expression: { edge }, before, after, span }: Place): boolean => {
  if (before.some(({ id }) => id === 'past')) return false
  const moved = before.some(({ id, end }) => id === 'extended' && span.start - end <= NEAR / 2)
  if (edge !== 'until') return moved && before.some((cue) => OPEN.includes(cue.id) && span.start - cue.end <= 2 * NEAR)
  return (
    before.some(({ id, end }) => (OPEN.includes(id) || GOES_ON.includes(id)) && span.start - end <= 2 * NEAR) ||
    after.some(({ id, start }) => id === 'paying' && start - span.end <= NEAR)
  )
}

const OPEN: readonly Cue[] = ['deadline', 'extended']
const GOES_ON: readonly Cue[] = ['carried', 'paying']

/** The year of a dated expression in the same block, the nearest before this one, else the first behind. */
function yearOf(place: Place, places: readonly Place[]): Fix | undefined {
  const near = places.filter(
    (other) => other.block !== undefined && other.block === place.block && isDay(other.expression.to),
  )
  const other = near.filter(({ span }) => span.start < place.span.start).at(-1) ?? near[0]
  const year = other?.expression.to?.year
  return year === undefined ? undefined : (point) => ({ ...point, year })
}

/** The year of all days that the text tells with one, where there is but one: a notice of one season. */
function onlyYear(places: readonly Place[]): Fix | undefined {
  const years = new Set(places.flatMap(({ expression: { to } }) => (to && isDay(to) ? (to.year ?? []) : [])))
  const [year] = years
  return year === undefined || years.size > 1 ? undefined : (point) => ({ ...point, year })
}

const isDay = (point: Point | null): boolean => point?.day !== undefined && point.year !== undefined

/** The year in which a day lies nearest to the publication: a session of 28 December in news of 5 January is last year's. */
function nearestTo(publication: Place | undefined, due = false): Fix | undefined {
  const day = publication?.expression.to
  if (!day || !isDated(day)) return undefined
  const time = timeOf(day)
  return (point) => {
    const [best] = [day.year - 1, day.year, day.year + 1]
      .map((year) => ({ ...point, year }))
      .filter((each) => !due || timeOf(each) >= time)
      .sort((a, b) => Math.abs(timeOf(a) - time) - Math.abs(timeOf(b) - time))
    return best ?? { ...point, year: day.year }
  }
}

const timeOf = ({ year, month = 1, day = 1 }: Dated): number => Date.UTC(year, month - 1, day) / DAY

function resolved({ from, to }: Range, fix: Fix): Range {
  if (from === to) {
    const point = from && fix(from)
    return { from: point, to: point }
  }
  const end = to && (isDated(to) ? to : fix(to))
  if (!from || !end || isDated(from)) return { from, to: end }
  const start = { ...from, year: end.year }
  return { from: isForward({ from: start, to: end }) ? start : { ...from, year: end.year - 1 }, to: end }
}
