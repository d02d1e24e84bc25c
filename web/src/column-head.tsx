import type { ComparisonColumn } from '../../lib/contract/index.ts'
import { count, countryWords } from './words.ts'

/** Head of a column: the municipality, how many documents speak for it, and its facts as a file. */
export function ColumnHead({ column: { id, name, country, documents } }: { column: ComparisonColumn }) {
  return (
    <th scope="col" class={documents === 0 ? 'empty-column' : undefined}>
      {name}
      <span class="aside">
        {countryWords(country)} · {documents === 0 ? 'no documents' : count(documents, 'document')}
        {documents > 0 && (
          <a
            class="file"
            href={`/v1/export?${new URLSearchParams({ format: 'csv', municipality: id })}`}
            aria-label={`Download all facts of ${name} as CSV`}
            download
          >
            CSV
          </a>
        )}
      </span>
    </th>
  )
}
