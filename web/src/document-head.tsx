import type { DocumentReply } from '../../lib/contract/index.ts'
import { DocumentActions } from './document-actions.tsx'
import { Link } from './link.tsx'
import { useRouter } from './router.tsx'
import { count, KIND_WORDS, languageTag, languageWords, sizeWords } from './words.ts'

/** What a document is and where it came from, with what went wrong in reading it. */
export function DocumentHead({ record }: { record: DocumentReply }) {
  const { view } = useRouter()
  const { title, name, language, status, problems, source, links } = record
  const subjects = record.municipalities.filter(({ role }) => role === 'subject')
  const facts = [
    subjects.map((subject) => subject.name).join(', '),
    status === 'analysed' ? KIND_WORDS[record.kind] : '',
    status === 'analysed' ? languageWords(language.code, language.script) : '',
    source.pages ? count(source.pages, 'page') : '',
  ].filter(Boolean)
  return (
    <header class="document-head">
      <Link class="back" to={{ page: view.cell ? 'compare' : 'documents', document: null, at: null }}>
        ← {view.cell ? 'Back to the comparison' : 'All documents'}
      </Link>
      <h1 lang={title ? languageTag(language.code, language.script) : undefined}>{title ?? name}</h1>
      <p class="about">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <a href={links.source} download={name}>
          {name} ({sizeWords(source.bytes)})
        </a>
        <DocumentActions document={record} />
      </p>
      {problems.map(({ code, message, page }) => (
        <p key={`${code} ${page}`} class="trouble">
          {message} <code>{code}</code>
        </p>
      ))}
    </header>
  )
}
