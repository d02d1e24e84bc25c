import type { DocumentSummary } from '../../lib/contract/index.ts'
import { Link } from './link.tsx'
import {
  count,
  KIND_WORDS,
  languageTag,
  languageWords,
  STATUS_WORDS,
  sizeWords,
  timeWords,
  yearsWords,
} from './words.ts'

/** One document of the list: its title, what it is, and how far its reading is. */
export function DocumentRow({ document }: { document: DocumentSummary }) {
  const { id, status, title, name, language, script, problems } = document
  return (
    <li class={`document-row ${status}`}>
      <p class="title">
        <Link
          to={{ page: 'document', document: id, at: null }}
          lang={title ? languageTag(language, script) : undefined}
        >
          {title ?? name}
        </Link>
      </p>
      <p class={`status ${status}`}>{STATUS_WORDS[status]}</p>
      <p class="about">{about(document).join(' · ')}</p>
      {problems.map(({ code, message }) => (
        <p key={message} class="trouble">
          {message} <code>{code}</code>
        </p>
      ))}
    </li>
  )
}

function about({ kind, language, script, municipalities, years, counts, ...document }: DocumentSummary): string[] {
  const { status, name, source } = document
  if (status !== 'analysed') return [sizeWords(source.bytes), `received ${timeWords(source.receivedAt)}`]
  return [
    municipalities.map((municipality) => municipality.name).join(', ') || 'No municipality found',
    [kind && KIND_WORDS[kind], yearsWords(years)].filter(Boolean).join(' '),
    languageWords(language, script),
    `${count(counts.services ?? 0, 'service')}, ${count(counts.targetGroups ?? 0, 'target group')}`,
    name,
  ].filter(Boolean)
}
