import { useState } from 'preact/hooks'
import type { DocumentPage } from '../../lib/contract/index.ts'
import { DocumentRow } from './document-row.tsx'
import { Empty } from './empty.tsx'
import { useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { UploadButton } from './upload-button.tsx'

interface Asked {
  /** Filters and limit as a query. */
  readonly query: string
  readonly narrowed: boolean
  readonly cursor?: string
}

/** One page of documents, and those behind it once they are asked for. */
export function DocumentList({ query, narrowed, cursor }: Asked) {
  const [more, setMore] = useState(false)
  const { value, error } = useLive<DocumentPage>(
    `/v1/documents?${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
  )
  if (error && !value) return <Notice error={error} />
  if (!value) return null
  if (value.items.length === 0 && !cursor) return <None narrowed={narrowed} />
  return (
    <>
      <ul class="document-list">
        {value.items.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      {value.cursor && more && <DocumentList query={query} narrowed={narrowed} cursor={value.cursor} />}
      {value.cursor && !more && (
        <button type="button" class="more" onClick={() => setMore(true)}>
          Show older documents
        </button>
      )}
    </>
  )
}

function None({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <Empty title="No document matches">
        <p>Widen the choice above to see more.</p>
      </Empty>
    )
  return (
    <Empty title="No documents yet">
      <p>Drop files anywhere on this page: strategies and news articles as PDF, Word, ODT, RTF, HTML or plain text.</p>
      <UploadButton>Choose documents</UploadButton>
    </Empty>
  )
}
