import type { MunicipalityPage } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { useRouter } from './router.tsx'

/** So many municipalities the page chooses by itself, and so many it adds by itself. */
const CHOSEN = 4
const ADDED = 8

interface Columns {
  /** Ids of the municipalities compared, in order; undefined until the list is there. */
  readonly ids: readonly string[] | undefined
  /** The page chose them, not the reader. */
  readonly automatic: boolean
  /** Adds municipalities of just added documents, as far as there is room. */
  show(ids: readonly string[]): void
}

/** The municipalities compared: those of the address, or else those with most documents. */
export function useColumns(): Columns {
  const { view, go } = useRouter()
  const { value } = useLive<MunicipalityPage>('/v1/municipalities?limit=100')
  const most = value && [...value.items].sort((a, b) => b.documents - a.documents).slice(0, CHOSEN)
  const ids = view.municipalities ?? most?.map(({ id }) => id)
  const show = (added: readonly string[]) => {
    go(({ municipalities }) => {
      const present = municipalities ?? ids ?? []
      const missing = added.filter((id) => !present.includes(id))
      const room = Math.max(ADDED - present.length, 0)
      return missing.length > 0 && room > 0 ? { municipalities: [...present, ...missing.slice(0, room)] } : {}
    }, true)
  }
  return { ids, automatic: view.municipalities === null, show }
}
