import { memo } from 'preact/compat'
import type { DocumentText, RecordPage } from '../../lib/contract/index.ts'
import type { Proof } from './claims.ts'
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
  const { view } = useRouter()
  const whole = { number: 0, start: 0, end: document.text.length, grade: 'good' as const }
  const pages = document.pages.length > 0 ? document.pages : [whole]
  return (
    <div class="text" lang={lang}>
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
  readonly page: Pick<RecordPage, 'number' | 'start' | 'end' | 'grade'>
  readonly proofs: readonly Proof[]
  readonly at: View['at']
}

const Page = memo(function Page({ text, page, proofs, at }: Sheet) {
  // The cited words are shown even where no claim of this document rests on them any more.
  const marks: readonly Span[] = at ? [...proofs, at] : proofs
  return (
    <section class="sheet" aria-label={page.number ? `Page ${page.number}` : undefined}>
      {page.number > 0 && (
        <p class="folio" lang="en">
          Page {page.number}
          {page.grade !== 'good' && ' · hard to read'}
        </p>
      )}
      <div class="words">
        {segments(marks, page.start, page.end).map((segment) => (
          <Words key={segment.start} text={text} segment={segment} at={at} />
        ))}
      </div>
    </section>
  )
})

type Span = { readonly start: number; readonly end: number; readonly claim?: Proof['claim'] }

function Words({ text, segment, at }: { text: string; segment: Segment<Span>; at: View['at'] }) {
  const { go } = useRouter()
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return <>{words}</>
  const proof = segment.marks.find(({ claim }) => claim)
  const current = at !== null && segment.start >= at.start && segment.end <= at.end
  const names = segment.marks.flatMap(({ claim }) => (claim ? [claim.name] : []))
  return (
    <mark
      class={[proof?.claim?.dimension, current && 'current'].filter(Boolean).join(' ')}
      data-start={segment.start}
      aria-current={current || undefined}
      title={[...new Set(names)].join(', ')}
      onClick={() => proof && go({ at: { start: proof.start, end: proof.end } }, true)}
    >
      {words}
    </mark>
  )
}
