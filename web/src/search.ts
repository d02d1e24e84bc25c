import { useState } from 'preact/hooks'
import type { MunicipalityPage, MunicipalityRef, MunicipalitySummary } from '../../lib/contract/index.ts'
import { MOST_COMPARED } from '../../lib/contract/most.ts'
import { useLive } from './live.ts'
import { type RequestError, request } from './request.ts'
import { useRouter } from './router.tsx'

/** So many suggestions stand open at once. */
const OFFERED = 10

/** A search for municipalities to compare, as the keyboard and the mouse drive it. */
export interface Search {
  readonly words: string
  readonly open: boolean
  /** Index of the suggestion that the arrow keys reached, -1 for none. */
  readonly active: number
  readonly found: readonly MunicipalitySummary[]
  /** The reply is there: an empty `found` says that nothing matches. */
  readonly answered: boolean
  readonly error: RequestError | undefined
  /** So many are compared that none can be added. */
  readonly full: boolean
  type(words: string): void
  show(open: boolean): void
  press(event: KeyboardEvent): void
  add(municipality: Pick<MunicipalityRef, 'id'>): void
}

/** Searches among the municipalities that are not compared yet. */
export function useSearch(compared: readonly string[]): Search {
  const { go } = useRouter()
  const [words, setWords] = useState('')
  const [open, show] = useState(false)
  const [active, setActive] = useState(-1)
  const [error, setError] = useState<RequestError>()
  const query = words.trim()
  const { value } = useLive<MunicipalityPage>(open ? address(query) : null, { once: query !== '' })
  const full = compared.length >= MOST_COMPARED
  const found = full ? [] : (value?.items ?? []).filter(({ id }) => !compared.includes(id)).slice(0, OFFERED)

  const type = (typed: string) => {
    setWords(typed)
    show(true)
    setActive(-1)
    setError(undefined)
  }
  const add = ({ id }: Pick<MunicipalityRef, 'id'>) => {
    if (!compared.includes(id)) go({ municipalities: [...compared, id] })
    type('')
    show(false)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      show(true)
      // From the box itself the list is entered at its first line, or upwards at its last.
      const from = active < 0 && step < 0 ? 0 : active
      setActive(found.length > 0 ? (from + step + found.length) % found.length : -1)
    } else if (event.key === 'Escape') show(false)
    else if (event.key === 'Enter' && !full)
      void pick(found[Math.max(active, 0)], query).then((one) => one && add(one), setError)
    else return
    event.preventDefault()
  }
  return { words, open, active, found, answered: value !== undefined, error, full, type, show, press, add }
}

/** What Enter means: the suggestion, or the municipality of that name, which need not have documents. */
async function pick(suggestion: MunicipalityRef | undefined, name: string): Promise<MunicipalityRef | undefined> {
  if (suggestion || !name) return suggestion
  return JSON.parse(await request(`/v1/municipalities/${encodeURIComponent(name)}`))
}

const address = (query: string): string => `/v1/municipalities?limit=50${query && `&q=${encodeURIComponent(query)}`}`
