import type { ComparisonCell, ComparisonRow } from '../../lib/contract/index.ts'
import { useRouter } from './router.tsx'
import { type Axis, Timeline } from './timeline.tsx'
import { count, edtfWords, yearsWords } from './words.ts'

interface Place {
  readonly row: ComparisonRow
  readonly cell: ComparisonCell
  /** The one cell of the table that Tab goes to; arrows lead on from there. */
  readonly entry: boolean
  readonly axis: Axis | undefined
}

/** What the documents of one municipality say of one concept: a mark with its years, or that they are silent. */
export function Cell({ row, cell, entry, axis }: Place) {
  const { view, go } = useRouter()
  if (cell.state !== 'found')
    return (
      <td class={cell.state}>
        {cell.state === 'not-found' && <span class="mark not-found" aria-hidden="true" />}
        <span class="visually-hidden">{cell.words}</span>
      </td>
    )
  const open = view.cell?.code === row.concept.id && view.cell.municipality === cell.municipality
  const when = whenOf(cell)
  return (
    <td class="found">
      <button
        type="button"
        data-cell={`${row.concept.id} ${cell.municipality}`}
        tabIndex={entry ? 0 : -1}
        aria-expanded={open}
        onClick={() => go({ cell: open ? null : { code: row.concept.id, municipality: cell.municipality } })}
      >
        <span class="mark found" aria-hidden="true">
          {cell.documents.length}
        </span>
        <span class="visually-hidden">
          {cell.words}: {count(cell.documents.length, 'document')}.
        </span>
        {when.length > 0 && (
          <span class="years">
            {when.map((words, index) => (
              <span key={words} class="term">
                {index < when.length - 1 ? `${words}, ` : words}
              </span>
            ))}
            {axis && <Timeline years={cell.years} axis={axis} />}
          </span>
        )}
      </button>
    </td>
  )
}

/** The years of a cell, each span once; the periods themselves where the row is a kind of period. */
function whenOf({ periods, years }: ComparisonCell): string[] {
  const words = periods.length > 0 ? periods.map(edtfWords) : years.map(yearsWords).sort()
  return [...new Set(words)].filter(Boolean)
}
