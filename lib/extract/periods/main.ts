import { bounds, edtf, isDated, type Range } from './edtf.ts'
import type { Place } from './scene.ts'
import { inHeading, type Verdict } from './verdict.ts'

/** An expression with its role. */
export type Judged = Place & { readonly verdict: Verdict }

/**
 * One strategy is the document's own: the one in its title or headings, else the most often named, else the latest; "do
 * 2025" gives way to the range that ends then. Another is a previous one; years inside the own ones ("akcioni plan za 2021.
 * i 2022.") only divide it, unless that plan has a name of its own.
 */
export function settle(all: readonly Judged[], publication: Place | undefined): Judged[] {
  const judged = withoutEnded(all, publication)
  const main = mainOf(judged)
  if (!main) return [...judged]
  return judged.map((period) => {
    const value = textOf(period)
    if (value === textOf(main))
      return period.verdict.role === 'previous-strategy' ? as(period, { ...period.verdict, role: 'strategy' }) : period
    if (isBudgeted(period) && inHeading(main) && divides(period, main))
      return as(period, { role: 'reference', confidence: 0.6, because: 'money of the plan in a year of its own' })
    if (period.verdict.role !== 'strategy') return period
    if (!period.named && divides(period, main))
      return as(period, { role: 'reference', confidence: 0.6, because: 'a part of the years of the strategy' })
    return as(period, {
      ...period.verdict,
      role: 'previous-strategy',
      because: `${period.verdict.because}; the document’s own is ${textOf(main)}`,
    })
  })
}

/** "U Strategiji za 2014–2018. demencija se ne pominje" in a text of 2020: its years were over when the text was written. */
function withoutEnded(judged: readonly Judged[], publication: Place | undefined): Judged[] {
  const begun = judged.flatMap(({ verdict, expression: { from } }) =>
    (verdict.role === 'project' || verdict.role === 'event') && from?.day !== undefined ? (from.year ?? []) : [],
  )
  const now = publication?.expression.to?.year ?? Math.max(0, ...begun)
  return judged.map((period) =>
    period.verdict.role === 'strategy' && !inHeading(period) && Number(endOf(period)?.slice(0, 4) ?? now) < now
      ? as(period, { ...period.verdict, role: 'previous-strategy', because: 'a strategy that had ended' })
      : period,
  )
}

/** "Na 2024 r. zaplanowano 468.000 zł": a single year of what is paid for. */
const isBudgeted = ({ verdict, expression }: Judged): boolean =>
  verdict.role === 'project' && expression.edge === null && (expression.forYear || expression.inYear)

const as = (period: Judged, verdict: Verdict): Judged => ({ ...period, verdict })

/** The years as written: an end that is only reached ("do 2030") has no beginning. */
export const textOf = (period: Judged): string | null => edtf(rangeOf(period))

/** The range of a period as its role reads it. */
export function rangeOf({ expression, verdict }: Judged): Range {
  if (verdict.range) return verdict.range
  const { from, to, edge } = expression
  const years = to !== null && to.month === undefined
  return edge === 'until' && years && verdict.role !== 'event' ? { from: null, to } : { from, to }
}

function mainOf(judged: readonly Judged[]): Judged | undefined {
  const strategies = judged.filter(({ verdict }) => verdict.role === 'strategy')
  const times = Map.groupBy(strategies, textOf)
  const weight = (period: Judged): number =>
    (inHeading(period) ? 4 : 0) +
    (isTitle(period) ? 2 : 0) -
    (isReferred(period) ? 2 : 0) +
    Math.min(3, times.get(textOf(period))?.length ?? 0) +
    (period.expression.to && isDated(period.expression.to) ? period.expression.to.year / 10_000 : 0)
  const [first] = strategies.map((period) => ({ period, weight: weight(period) })).sort((a, b) => b.weight - a.weight)
  const closed = strategies.find((other) => first && isClosed(other) && endOf(other) === endOf(first.period))
  return first && !isClosed(first.period) ? (closed ?? first.period) : first?.period
}

const isTitle = ({ block }: Judged): boolean => block?.kind === 'title'

/** "zgodny ze Strategią … 2021–2030": a plan that the text only refers to. */
const isReferred = ({ before }: Judged): boolean => before.some(({ id }) => id === 'referred')

const isClosed = (period: Judged): boolean => rangeOf(period).from !== null
const endOf = (period: Judged): string | null => bounds(rangeOf(period)).end

/** Does the main strategy's time hold the whole of this one? */
function divides(period: Judged, main: Judged): boolean {
  const inner = bounds(rangeOf(period))
  const outer = bounds(rangeOf(main))
  if (!inner.end || !outer.end) return false
  const starts = inner.start === null || outer.start === null || inner.start >= outer.start
  return starts && inner.end <= outer.end && (outer.start !== null || inner.end === outer.end)
}
