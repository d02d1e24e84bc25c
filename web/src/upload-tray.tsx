import { useState } from 'preact/hooks'
import type { DocumentPage } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { UploadRow } from './upload-row.tsx'
import { clearUploads, useUploads } from './uploads.ts'
import { count } from './words.ts'

/** The files sent since the page was opened, each with its progress and what came of it. */
export function UploadTray() {
  const uploads = useUploads()
  const [open, setOpen] = useState(true)
  const { value } = useLive<DocumentPage>(uploads.length > 0 ? '/v1/documents?limit=100' : null)
  if (uploads.length === 0) return null
  const known = new Map(value?.items.map((item) => [item.id, item]))
  const done = uploads.filter(({ state, document }) => {
    const status = known.get(document ?? '')?.status
    return state === 'refused' || status === 'analysed' || status === 'failed'
  }).length
  return (
    <section class="tray" aria-label="Added documents">
      <header>
        <p aria-live="polite">
          <strong>
            {done === uploads.length ? count(done, 'file') : `${done} of ${count(uploads.length, 'file')}`}
          </strong>{' '}
          done
        </p>
        <button type="button" class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Collapse' : 'Expand'}
        </button>
        <button type="button" class="quiet" onClick={clearUploads}>
          Clear
        </button>
      </header>
      <ul hidden={!open}>
        {[...uploads].reverse().map((upload) => (
          <UploadRow key={upload.key} upload={upload} listed={known.get(upload.document ?? '')} />
        ))}
      </ul>
    </section>
  )
}
