import type { DocumentSummary, EvidenceQuote } from '../../lib/contract/index.ts'
import { Link } from './link.tsx'
import { ShowOnPage } from './show-on-page.tsx'
import { KIND_WORDS, languageTag, percent, yearsWords } from './words.ts'

interface Proof {
  readonly quote: EvidenceQuote
  readonly title: string
  readonly source: DocumentSummary | undefined
}

/** One sentence that proves a fact, its words marked, with the way to where it stands. */
export function Evidence({ quote, title, source }: Proof) {
  const at = { start: quote.start, end: quote.end }
  const lang = languageTag(source?.language, source?.script)
  const about = [source?.kind && KIND_WORDS[source.kind], source && yearsWords(source.years)].filter(Boolean)
  return (
    <figure class="evidence">
      <blockquote lang={lang}>
        <Sentence quote={quote} />
      </blockquote>
      <figcaption>
        <Link class="title" lang={lang} to={{ page: 'document', document: quote.document, at }}>
          {title}
        </Link>
        <span class="aside">
          {about.length > 0 && `${about.join(' ')} · `}
          {quote.page !== null && `page ${quote.page} · `}
          <span title={`Found by the rule ${quote.rule}`}>confidence {percent(quote.confidence)}</span>
        </span>
        {source && <ShowOnPage document={source} at={at} page={quote.page} />}
      </figcaption>
    </figure>
  )
}

function Sentence({ quote: { sentence, highlight, text } }: { quote: EvidenceQuote }) {
  if (!highlight)
    return (
      <p>
        {sentence} <mark>{text}</mark>
      </p>
    )
  const [start, end] = highlight
  return (
    <p>
      {sentence.slice(0, start)}
      <mark>{sentence.slice(start, end)}</mark>
      {sentence.slice(end)}
    </p>
  )
}
