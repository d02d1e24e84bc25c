import { useId, useState } from 'preact/hooks'
import type { MunicipalityPage, MunicipalityRef } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { RequestError, request } from './request.ts'
import { useRouter } from './router.tsx'
import { Suggestions } from './suggestions.tsx'

/** Finds municipalities by any part of their name and adds them to the comparison. */
export function PlaceSearch({ ids }: { ids: readonly string[] }) {
  const { go } = useRouter()
  const list = useId()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [error, setError] = useState<RequestError>()
  const query = words.trim()
  const { value } = useLive<MunicipalityPage>(open ? address(query) : null, { once: query !== '' })
  const found = (value?.items ?? []).filter(({ id }) => !ids.includes(id)).slice(0, 10)

  const add = ({ id }: Pick<MunicipalityRef, 'id'>) => {
    if (!ids.includes(id)) go({ municipalities: [...ids, id] })
    setWords('')
    setOpen(false)
    setActive(-1)
  }
  const enter = async () => {
    const first = found[Math.max(active, 0)]
    if (first) return add(first)
    if (!query) return
    try {
      // A municipality without documents is in no list, but it can be compared all the same.
      add(JSON.parse(await request(`/v1/municipalities/${encodeURIComponent(query)}`)) as MunicipalityRef)
    } catch (refusal) {
      if (refusal instanceof RequestError) setError(refusal)
    }
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + found.length) % Math.max(found.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void enter()
    } else if (event.key === 'Escape') setOpen(false)
  }
  const type = (typed: string) => {
    setWords(typed)
    setOpen(true)
    setActive(-1)
    setError(undefined)
  }
  return (
    <div class="search">
      <input
        type="text"
        role="combobox"
        aria-label="Add a municipality"
        placeholder="Add a municipality…"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        value={words}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {open && <Suggestions id={list} found={found} active={active} empty={value !== undefined} choose={add} />}
      {error && <Notice error={error} />}
    </div>
  )
}

const address = (query: string): string => `/v1/municipalities?limit=20${query && `&q=${encodeURIComponent(query)}`}`
