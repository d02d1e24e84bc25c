import type { Comparison } from '../../lib/contract/index.ts'
import { useRouter } from './router.tsx'
import { type Axis, axisOf, Timeline } from './timeline.tsx'
import { count } from './words.ts'

interface Shown {
  readonly ids: readonly string[]
  readonly comparison: Comparison
}

/** What the marks mean, which rows are shown, and the same facts as a file. */
export function Legend({ ids, comparison }: Shown) {
  const { view, go } = useRouter()
  const found = comparison.rows.filter((row) => row.cells.some(({ state }) => state === 'found')).length
  const axis = axisOf(comparison)
  const file = new URLSearchParams([['format', 'csv'], ...ids.map((id): [string, string] => ['municipality', id])])
  return (
    <div class="legend">
      <ul aria-label="Marks">
        <li>
          <span class="mark found" aria-hidden="true">
            2
          </span>
          found, in so many documents
        </li>
        <li>
          <span class="mark not-found" aria-hidden="true" />
          not found in these documents
        </li>
        <li>
          <span class="mark no-documents" aria-hidden="true" />
          no documents yet
        </li>
        {axis && (
          <li>
            <Timeline years={[middle(axis)]} axis={axis} />
            years planned, within {axis.from}–{axis.to}
          </li>
        )}
      </ul>
      <p class="rows">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={view.all}
            aria-checked={view.all}
            onChange={(event) => go({ all: event.currentTarget.checked }, true)}
          />
          Show all concepts
          <span class="aside">
            {found} of {count(comparison.rows.length, 'row')} found
          </span>
        </label>
        <a class="file" href={`/v1/export?${file}`} download>
          Download as CSV
        </a>
      </p>
    </div>
  )
}

/** A span that shows on its axis what a bar looks like. */
function middle({ from, to }: Axis): [number, number] {
  const third = Math.floor((to - from) / 3)
  return [from + third, to - third]
}
