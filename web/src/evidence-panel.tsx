import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Comparison, DocumentPage } from '../../lib/contract/index.ts'
import { Evidence } from './evidence.tsx'
import { useNaming } from './labels.ts'
import { useLive } from './live.ts'
import { useRouter } from './router.tsx'
import type { View } from './view.ts'
import { count, edtfWords } from './words.ts'

interface Opened {
  readonly comparison: Comparison
  readonly cell: NonNullable<View['cell']>
}

/** The sentences behind one cell of the comparison. */
export function EvidencePanel({ comparison, cell: { code, municipality } }: Opened) {
  const { go } = useRouter()
  const naming = useNaming()
  const heading = useRef<HTMLHeadingElement>(null)
  const row = comparison.rows.find(({ concept }) => concept.id === code)
  const cell = row?.cells.find((one) => one.municipality === municipality)
  const column = comparison.columns.find(({ id }) => id === municipality)
  const documents = useLive<DocumentPage>(`/v1/documents?limit=100&municipality=${encodeURIComponent(municipality)}`)
  // Not after the paint: Escape closes what is seen, so the focus must be here by then.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [code, municipality])
  if (!row || !cell || !column) return null

  const close = () => {
    go({ cell: null })
    document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${code} ${municipality}`)}"]`)?.focus()
  }
  return (
    <aside class={`panel ${comparison.dimension}`} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          <span lang={naming.lang}>{naming.label(row.concept.labels)}</span>
          <span class="aside">{column.name}</span>
        </h2>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </header>
      {cell.state !== 'found' && <p>{cell.words}.</p>}
      {cell.periods.length > 0 && <p class="periods-line">{cell.periods.map(edtfWords).join(', ')}</p>}
      {cell.targetGroups.length > 0 && (
        <p class="groups">
          For{' '}
          {cell.targetGroups.map(({ id, labels }) => (
            <span key={id} class="tag" lang={naming.lang}>
              {naming.label(labels)}
            </span>
          ))}
        </p>
      )}
      {cell.quotes.map((quote) => (
        <Evidence
          key={`${quote.document} ${quote.start}`}
          quote={quote}
          title={cell.documents.find(({ id }) => id === quote.document)?.title ?? 'Document'}
          source={documents.value?.items.find(({ id }) => id === quote.document)}
        />
      ))}
      {cell.state === 'found' && (
        <p class="aside">
          The best {count(cell.quotes.length, 'place')} of {count(cell.mentions, 'mention')} in{' '}
          {count(cell.documents.length, 'document')}.
        </p>
      )}
    </aside>
  )
}
