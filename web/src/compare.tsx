import { useRef } from 'preact/hooks'
import type { Comparison } from '../../lib/contract/index.ts'
import { useColumns } from './columns.ts'
import { Empty } from './empty.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { Legend } from './legend.tsx'
import { useLive } from './live.ts'
import { Matrix } from './matrix.tsx'
import { Notice } from './notice.tsx'
import { PlaceSearch } from './place-search.tsx'
import { Places } from './places.tsx'
import { useRouter } from './router.tsx'
import { RowChoice } from './row-choice.tsx'
import { Tabs } from './tabs.tsx'
import { useTitle } from './title.ts'
import { UploadButton } from './upload-button.tsx'
import { DIMENSION_WORDS } from './words.ts'

/** Municipalities side by side in one dimension, with the sentences behind every cell. */
export function Compare() {
  const { view } = useRouter()
  const { ids } = useColumns()
  const { value, error } = useLive<Comparison>(ids?.length ? address(ids, view.dimension) : null)
  const last = useRef<Comparison | undefined>(undefined)
  if (value) last.current = value
  // While another dimension or municipality is on its way, the last comparison stays on the page.
  const shown = value ?? (ids?.length && !error ? last.current : undefined)
  useTitle(shown && `${DIMENSION_WORDS[view.dimension]}: ${shown.columns.map(({ name }) => name).join(', ')}`)
  return (
    <div class={view.cell ? 'compare with-panel' : 'compare'}>
      <div class="board">
        <h1>Compare municipalities</h1>
        <div class="choice">
          <Places ids={ids ?? []} columns={shown?.columns ?? []} />
          <PlaceSearch ids={ids ?? []} />
        </div>
        {error && <Notice error={error} />}
        {ids?.length === 0 && <Nothing chosen={view.municipalities !== null} />}
        {shown && (
          <>
            <Tabs />
            <Legend comparison={shown}>
              <RowChoice comparison={shown} />
            </Legend>
            <Matrix comparison={shown} />
          </>
        )}
      </div>
      {shown && view.cell && <EvidencePanel comparison={shown} cell={view.cell} />}
    </div>
  )
}

function address(ids: readonly string[], dimension: string): string {
  const query = new URLSearchParams(ids.map((id) => ['municipality', id]))
  query.set('dimension', dimension)
  return `/v1/compare?${query}`
}

function Nothing({ chosen }: { chosen: boolean }) {
  if (chosen)
    return (
      <Empty title="No municipality chosen">
        <p>Search above for the municipalities that you want to see side by side.</p>
      </Empty>
    )
  return (
    <Empty title="Nothing to compare yet">
      <p>
        Drop strategies or news articles anywhere on this page. Each is read, its municipality is recognised, and the
        services, target groups, periods and funders it names appear here with the sentences that say so.
      </p>
      <UploadButton>Choose documents</UploadButton>
    </Empty>
  )
}
