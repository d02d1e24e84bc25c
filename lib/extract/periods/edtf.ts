/** A day, a month or a year, or a day or month whose year the text gives elsewhere. */
export interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** A period between two points; `null` where the text leaves an end open. One point alone is its own end. */
export interface Range {
  readonly from: Point | null
  readonly to: Point | null
}

/** A point with its year. */
export type Dated = Point & { readonly year: number }

const EARLIEST = 1900
const LATEST = 2099
const LONGEST_YEARS = 40

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO 8601 calendar date, month or year: `2024-03-11`, `2020-03`, `2023`. */
export const pointText = ({ year, month, day }: Dated): string =>
  [String(year), month && two(month), day && two(day)].filter(Boolean).join('-')

/** EDTF level 0/1 (ISO 8601-2:2019): `2019/2022`, `2024-03-11`, `../2027`, `2023-09/..`; null where a year is missing. */
export function edtf({ from, to }: Range): string | null {
  const start = from && (isDated(from) ? pointText(from) : undefined)
  const end = to && (isDated(to) ? pointText(to) : undefined)
  if (start === undefined || end === undefined || (start === null && end === null)) return null
  return start === end ? start : `${start ?? '..'}/${end ?? '..'}`
}

/** First and last day of a range, null where it is open: `2020-03` is 2020-03-01 to 2020-03-31. */
export function bounds({ from, to }: Range): { start: string | null; end: string | null } {
  return {
    start: from && isDated(from) ? pointText({ year: from.year, month: from.month ?? 1, day: from.day ?? 1 }) : null,
    end: to && isDated(to) ? pointText(lastDay(to)) : null,
  }
}

function lastDay({ year, month = 12, day }: Dated): Dated {
  return { year, month, day: day ?? daysIn(year, month) }
}

/** Days of a month, Gregorian: `daysIn(2020, 2)` is 29. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Does the point name a year? */
export const isDated = (point: Point): point is Dated => point.year !== undefined

/** Is it a point of the calendar? 31 April is none; 29 February is one where the year is not known. */
export function isReal({ year, month, day }: Point): boolean {
  if (year !== undefined && (year < EARLIEST || year > LATEST)) return false
  if (month !== undefined && (month < 1 || month > 12)) return false
  return day === undefined || (day >= 1 && day <= daysIn(year ?? 2000, month ?? 1))
}

/** Does a range go forward, and not over more years than a plan can? */
export function isForward({ from, to }: Range): boolean {
  if (!from || !to || !isDated(from) || !isDated(to)) return true
  const { start } = bounds({ from, to: from })
  const { end } = bounds({ from: to, to })
  return start !== null && end !== null && start <= end && to.year - from.year <= LONGEST_YEARS
}

/** Days from the first to the last day of a closed range; 0 where it is open. */
export function daysOf(range: Range): number {
  const { start, end } = bounds(range)
  return start && end ? (Date.parse(end) - Date.parse(start)) / 86_400_000 : 0
}
