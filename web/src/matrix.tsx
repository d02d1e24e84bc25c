import { useRef } from 'preact/hooks'
import type { Comparison, ComparisonRow } from '../../lib/contract/index.ts'
import { Cell } from './cell.tsx'
import { ColumnHead } from './column-head.tsx'
import { type Naming, useNaming, useSchemes } from './labels.ts'
import { useRouter } from './router.tsx'
import { move } from './roving.ts'
import { allRows } from './rows.ts'
import { axisOf } from './timeline.tsx'
import { DIMENSION_WORDS } from './words.ts'

/** Rows of one group of concepts under its name; rows without a group stand alone. */
interface Group {
  readonly id: string
  readonly name: string | undefined
  readonly rows: readonly ComparisonRow[]
}

/** Concepts by municipalities: where each was found, in how many documents and for which years. */
export function Matrix({ comparison }: { comparison: Comparison }) {
  const { view } = useRouter()
  const naming = useNaming()
  const table = useRef<HTMLTableElement>(null)
  const schemes = useSchemes()
  const rows = view.all && schemes ? allRows(comparison, schemes) : comparison.rows
  const axis = axisOf(comparison)
  const entry = view.cell ?? firstFound(rows)
  if (rows.length === 0) return <p class="quiet-note">None was found in the documents of these municipalities.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={`matrix ${comparison.dimension}`} aria-label="Comparison" tabIndex={0}>
      <table ref={table} onKeyDown={(event) => table.current && move(event, table.current)}>
        <caption class="visually-hidden">{DIMENSION_WORDS[comparison.dimension]} by municipality</caption>
        <thead>
          <tr>
            <td>{DIMENSION_WORDS[comparison.dimension]}</td>
            {comparison.columns.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        {groups(rows, naming).map((group) => (
          <tbody key={group.id}>
            {group.name && (
              <tr class="group">
                <th scope="rowgroup" colSpan={comparison.columns.length + 1} lang={naming.lang}>
                  <span>{group.name}</span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={row.concept.id}>
                <th scope="row" lang={naming.lang}>
                  {naming.label(row.concept.labels)}
                </th>
                {row.cells.map((cell) => (
                  <Cell
                    key={cell.municipality}
                    row={row}
                    cell={cell}
                    axis={axis}
                    entry={entry?.code === row.concept.id && entry.municipality === cell.municipality}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function groups(rows: readonly ComparisonRow[], naming: Naming): Group[] {
  const byId = new Map<string, { id: string; name: string | undefined; rows: ComparisonRow[] }>()
  for (const row of rows) {
    const id = row.broader?.id ?? ''
    const group = byId.get(id) ?? { id, name: row.broader ? naming.label(row.broader.labels) : undefined, rows: [] }
    group.rows.push(row)
    byId.set(id, group)
  }
  return [...byId.values()]
}

function firstFound(rows: readonly ComparisonRow[]) {
  for (const row of rows) {
    const cell = row.cells.find(({ state }) => state === 'found')
    if (cell) return { code: row.concept.id, municipality: cell.municipality }
  }
  return undefined
}
