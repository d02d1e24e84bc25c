import type { Comparison } from '../../lib/contract/index.ts'
import { useRouter } from './router.tsx'
import { isListed } from './rows.ts'
import { count } from './words.ts'

/** How many rows there are, and whether those found nowhere are shown too. */
export function RowChoice({ comparison: { dimension, rows } }: { comparison: Comparison }) {
  const { view, go } = useRouter()
  return (
    <p class="rows">
      <span>{count(rows.length, 'row')} found</span>
      {isListed(dimension) && (
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={view.all}
            aria-checked={view.all}
            onChange={(event) => go({ all: event.currentTarget.checked }, true)}
          />
          Show all concepts
        </label>
      )}
    </p>
  )
}
