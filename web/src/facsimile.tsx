import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DocumentSummary, PageWords } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { outlines } from './outlines.ts'
import { Paper } from './paper.tsx'
import { useDrawing } from './use-drawing.ts'

/** Words of a document, and the page that they begin on. */
export interface Opened {
  readonly document: Pick<DocumentSummary, 'name' | 'title' | 'links' | 'source'>
  readonly at: { readonly start: number; readonly end: number }
  readonly page: number
  close(): void
}

/** A page of a document as it was printed or scanned, with the words of the evidence outlined. */
export function Facsimile({ document: { name, title, links, source }, at, page, close }: Opened) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [number, turnTo] = useState(page)
  const { drawing, error } = useDrawing(links.source, source.mediaType)
  const words = useLive<PageWords>(`${links.words}?page=${number}`, { once: true })
  const boxes = words.value ? outlines(words.value.words, at) : []
  const pages = drawing?.pages ?? source.pages ?? page
  const trouble = error ?? words.error
  // A sentence that a page break cuts is told of the page where it begins: its words may stand on the next.
  const sought = useRef(false)
  useEffect(() => {
    if (!words.value || sought.current) return
    sought.current = true
    if (boxes.length === 0 && number < pages) turnTo(number + 1)
  }, [words.value])
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="facsimile"
      aria-label={`${title ?? name}, page ${number}`}
      onClose={close}
      // Escape closes this, not also what it was opened from.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Bar name={title ?? name} number={number} pages={pages} turnTo={turnTo} close={() => dialog.current?.close()} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so has to be reached by keyboard */}
      <div class="desk" tabIndex={0} autofocus>
        {trouble && <Notice error={trouble} />}
        {!drawing && !error && <p class="quiet-note">Loading the page…</p>}
        {drawing && <Paper key={number} drawing={drawing} number={number} words={words.value} boxes={boxes} />}
      </div>
    </dialog>
  )
}

interface Where {
  readonly name: string
  readonly number: number
  readonly pages: number
  turnTo(page: number): void
  close(): void
}

function Bar({ name, number, pages, turnTo, close }: Where) {
  return (
    <header>
      <p>
        <strong>{name}</strong>
        <span class="aside" aria-live="polite">
          Page {number} of {pages}
        </span>
      </p>
      <div class="buttons">
        <button type="button" disabled={number <= 1} onClick={() => turnTo(number - 1)}>
          Previous<span class="wide"> page</span>
        </button>
        <button type="button" disabled={number >= pages} onClick={() => turnTo(number + 1)}>
          Next<span class="wide"> page</span>
        </button>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </div>
    </header>
  )
}
