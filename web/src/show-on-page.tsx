import { useState } from 'preact/hooks'
import type { Facsimile, Opened } from './facsimile.tsx'
import { Notice } from './notice.tsx'
import { RequestError } from './request.ts'

/** Files whose pages a browser can draw. */
const DRAWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff']

interface Place extends Pick<Opened, 'document' | 'at'> {
  /** Unknown where the file has no pages. */
  readonly page: number | null | undefined
}

/** Opens the page that words stand on, as it was printed; nothing where the file has no pages that can be drawn. */
export function ShowOnPage({ document, at, page }: Place) {
  const [shown, setShown] = useState<{ Facsimile: typeof Facsimile } | 'failed'>()
  if (!page || !DRAWN.includes(document.source.mediaType)) return null
  // What draws pages weighs more than all the rest of the page, so it comes when it is asked for.
  const show = () => import('./facsimile.tsx').then(setShown, () => setShown('failed'))
  return (
    <>
      <button type="button" class="quiet" onClick={() => void show()}>
        Show on the page
      </button>
      {shown === 'failed' && <Notice error={NOT_LOADED} />}
      {typeof shown === 'object' && (
        <shown.Facsimile document={document} at={at} page={page} close={() => setShown(undefined)} />
      )}
    </>
  )
}

const NOT_LOADED = new RequestError('PAGE_NOT_DRAWN', 'What draws pages could not be loaded. Reload and try again.')
