import { useId } from 'preact/hooks'
import { Notice } from './notice.tsx'
import { useSearch } from './search.ts'
import { Suggestions } from './suggestions.tsx'

/** Finds municipalities by any part of their name and adds them to the comparison. */
export function PlaceSearch({ ids }: { ids: readonly string[] }) {
  const list = useId()
  const search = useSearch(ids)
  return (
    <div class="search">
      <input
        type="text"
        role="combobox"
        aria-label="Add a municipality"
        placeholder="Add a municipality…"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={search.open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={search.active >= 0 ? `${list}-${search.active}` : undefined}
        value={search.words}
        onInput={(event) => search.type(event.currentTarget.value)}
        onFocus={() => search.show(true)}
        onBlur={() => search.show(false)}
        onKeyDown={search.press}
      />
      {search.open && !search.error && <Suggestions id={list} search={search} />}
      {search.error && <Notice error={search.error} />}
    </div>
  )
}
