import type { MunicipalitySummary } from '../../lib/contract/index.ts'
import { count, countryWords } from './words.ts'

interface Offered {
  readonly id: string
  readonly found: readonly MunicipalitySummary[]
  readonly active: number
  /** The list is there, so that its emptiness means something. */
  readonly empty: boolean
  choose(municipality: MunicipalitySummary): void
}

/** The municipalities that a search offers. */
export function Suggestions({ id, found, active, empty, choose }: Offered) {
  return (
    <div class="suggestions">
      <ul id={id} role="listbox" aria-label="Municipalities with documents">
        {found.map((municipality, index) => (
          <li
            key={municipality.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The press would take the focus from the search box before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(municipality)}
          >
            <span>{municipality.name}</span>
            <span class="aside">
              {countryWords(municipality.country)} · {count(municipality.documents, 'document')}
            </span>
          </li>
        ))}
      </ul>
      {empty && found.length === 0 && (
        <p>No other municipality with documents matches. Enter adds one without documents by its name.</p>
      )}
    </div>
  )
}
