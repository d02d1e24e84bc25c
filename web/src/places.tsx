import type { ComparisonColumn } from '../../lib/contract/index.ts'
import { useRouter } from './router.tsx'

interface Chosen {
  readonly ids: readonly string[]
  readonly columns: readonly ComparisonColumn[]
}

/** The compared municipalities, each removable. */
export function Places({ ids, columns }: Chosen) {
  const { view, go } = useRouter()
  const name = (id: string) => columns.find((column) => column.id === id)?.name ?? id
  const without = (id: string) => ids.filter((other) => other !== id)
  const remove = (id: string) =>
    go({ municipalities: without(id), cell: view.cell?.municipality === id ? null : view.cell })
  if (ids.length === 0) return null
  return (
    <ul class="chips" aria-label="Compared municipalities">
      {ids.map((id) => (
        <li key={id} class="chip">
          {name(id)}
          <button type="button" aria-label={`Remove ${name(id)}`} onClick={() => remove(id)}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
              <path d="M2 2l8 8M10 2l-8 8" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  )
}
