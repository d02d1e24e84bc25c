import type { Comparison, Years } from '../../lib/contract/index.ts'

/** First and last year of an axis that several timelines share. */
export interface Axis {
  readonly from: number
  readonly to: number
}

/** The axis on which all years of a comparison fit; undefined where it knows none. */
export function axisOf({ rows }: Comparison): Axis | undefined {
  const years = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.years.flat()))
  const known = years.filter((year) => year !== null)
  return known.length > 0 ? { from: Math.min(...known), to: Math.max(...known) } : undefined
}

interface Drawn {
  readonly years: readonly Years[]
  readonly axis: Axis
}

/** Height of a bar and of the gap below it, in pixels. */
const BAR = 4
const GAP = 2

/** Years as bars in layers on a shared axis, so that a column shows at a glance what is planned when. Decoration only. */
export function Timeline({ years, axis }: Drawn) {
  const spans = [...new Map(years.map((span) => [span.join(), span])).values()]
  const length = axis.to - axis.from + 1
  const height = spans.length * (BAR + GAP)
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${length} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {spans.map(([from, to], layer) => (
        <g key={`${from} ${to}`}>
          <rect class="axis" y={layer * (BAR + GAP)} width={length} height={BAR} />
          <rect
            x={(from ?? axis.from) - axis.from}
            y={layer * (BAR + GAP)}
            width={(to ?? axis.to) - (from ?? axis.from) + 1}
            height={BAR}
          />
        </g>
      ))}
    </svg>
  )
}
