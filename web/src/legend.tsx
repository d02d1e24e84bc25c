import type { ComponentChildren } from 'preact'
import type { Comparison } from '../../lib/contract/index.ts'
import { type Axis, axisOf, Timeline } from './timeline.tsx'

interface Shown {
  readonly comparison: Comparison
  /** Stands beside the marks. */
  readonly children: ComponentChildren
}

/** What the marks of a comparison mean. */
export function Legend({ comparison, children }: Shown) {
  const axis = axisOf(comparison)
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
      {children}
    </div>
  )
}

/** A span that shows on its axis what a bar looks like. */
function middle({ from, to }: Axis): [number, number] {
  const third = Math.floor((to - from) / 3)
  return [from + third, to - third]
}
