import { MOST_COMPARED } from '../../lib/contract/most.ts'
import type { Search } from './search.ts'
import { count, countryWords } from './words.ts'

/** The municipalities that a search offers. */
export function Suggestions({ id, search }: { id: string; search: Search }) {
  const { found, active, answered, words, full } = search
  return (
    <div class="suggestions">
      <div id={id} role="listbox" aria-label="Municipalities with documents">
        {found.map((municipality, index) => (
          <div
            key={municipality.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              // The search box keeps the focus: losing it would fold the list away.
              event.preventDefault()
              search.add(municipality)
            }}
          >
            <span>{municipality.name}</span>
            <span class="aside">
              {countryWords(municipality.country)} · {count(municipality.documents, 'document')}
            </span>
          </div>
        ))}
      </div>
      {full && <p>{MOST_COMPARED} municipalities are compared, and more do not fit. Remove one to add another.</p>}
      {!full && answered && found.length === 0 && (
        <p>
          {words.trim()
            ? 'No other municipality with documents is called so. Press Enter to compare one without documents.'
            : 'All municipalities with documents are compared.'}
        </p>
      )}
    </div>
  )
}
