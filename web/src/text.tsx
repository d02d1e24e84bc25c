import { useMemo } from 'preact/hooks'
import type { DocumentText } from '../../lib/contract/index.ts'
import type { Claim, Proof } from './claims.ts'
import { useRouter } from './router.tsx'
import { type Segment, segments } from './segments.ts'
import type { View } from './view.ts'

interface Marked {
  readonly document: DocumentText
  readonly proofs: readonly Proof[]
  readonly lang: string | undefined
}

/** The text of a document page by page, its mentions marked and the chosen one set apart. */
export function Text({ document, proofs, lang }: Marked) {
  const { view, go } = useRouter()
  const whole = { number: 0, start: 0, end: document.text.length, grade: 'good' as const }
  const pages = document.pages.length > 0 ? document.pages : [whole]
  const choose = (event: MouseEvent) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('mark[data-at]') : null
    const [start, end] = mark?.dataset.at?.split('-').map(Number) ?? []
    if (start !== undefined && end !== undefined) go({ at: { start, end } }, true)
  }
  return (
    // biome-ignore lint/a11y: a short cut for the mouse; the list of claims does the same by keyboard
    <div class="text" lang={lang} onClick={choose}>
      {pages.map((page) => (
        <Page
          key={page.number}
          text={document.text}
          page={page}
          proofs={proofs}
          at={view.at && view.at.start < page.end && view.at.end > page.start ? view.at : null}
        />
      ))}
    </div>
  )
}

interface Sheet {
  readonly text: string
  readonly page: Pick<DocumentText['pages'][number], 'number' | 'start' | 'end' | 'grade'>
  readonly proofs: readonly Proof[]
  readonly at: View['at']
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly claim?: Claim
}

function Page({ text, page, proofs, at }: Sheet) {
  const words = useMemo(() => {
    // The cited words are shown even where no claim of this document rests on them any more.
    const marks: readonly Mark[] = at ? [...proofs, at] : proofs
    return segments(marks, page.start, page.end).map((segment) => piece(text, segment, at))
  }, [text, page.start, page.end, proofs, at?.start, at?.end])
  return (
    <section class="sheet" aria-label={page.number ? `Page ${page.number}` : undefined}>
      {page.number > 0 && (
        <p class="folio" lang="en">
          Page {page.number}
          {page.grade !== 'good' && ' · hard to read'}
        </p>
      )}
      <div class="words">{words}</div>
    </section>
  )
}

function piece(text: string, { start, end, marks }: Segment<Mark>, at: View['at']) {
  const words = text.slice(start, end)
  if (marks.length === 0) return words
  const proof = marks.find(({ claim }) => claim)
  const current = at !== null && start >= at.start && end <= at.end
  const names = marks.flatMap(({ claim }) => (claim ? [claim.name] : []))
  return (
    <mark
      key={start}
      class={[proof?.claim?.dimension, current && 'current'].filter(Boolean).join(' ')}
      data-start={start}
      data-at={proof && `${proof.start}-${proof.end}`}
      aria-current={current ? 'true' : undefined}
      title={[...new Set(names)].join(', ')}
    >
      {words}
    </mark>
  )
}
