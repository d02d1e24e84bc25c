import type { PeriodClaim, PeriodRole } from '../contract/index.ts'

/** First and last year, null where open or unknown. */
export type Years = readonly [number | null, number | null]

const UNKNOWN: Years = [null, null]

/** What a document plans with: its strategy's years, else its programme's, else its project's. */
const PLANNING: readonly PeriodRole[] = ['strategy', 'programme', 'project']

/** Years of one period: `2019/2022` → `[2019, 2022]`, open ends null. */
export const yearsOf = ({ start, end }: Pick<PeriodClaim, 'start' | 'end'>): Years => [yearOf(start), yearOf(end)]

/** Years that all periods of a role cover together, null at an end where any of them is open. */
export function yearsOfRole(periods: readonly PeriodClaim[], role: PeriodRole): Years {
  const years = periods.filter((period) => period.role === role).map(yearsOf)
  if (!years.length) return UNKNOWN
  const [starts, ends] = [years.map(([from]) => from), years.map(([, to]) => to)]
  return [
    starts.includes(null) ? null : Math.min(...starts.map(Number)),
    ends.includes(null) ? null : Math.max(...ends.map(Number)),
  ]
}

/** Years that a document plans for: of its strategy, else of its programme or project. */
export function plannedYears(periods: readonly PeriodClaim[]): Years {
  const role = PLANNING.find((wanted) => periods.some((period) => period.role === wanted))
  return role ? yearsOfRole(periods, role) : UNKNOWN
}

const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)))
