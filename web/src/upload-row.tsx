import { useEffect } from 'preact/hooks'
import type { DocumentReply, DocumentSummary } from '../../lib/contract/index.ts'
import { useColumns } from './columns.ts'
import { Link } from './link.tsx'
import { useLive } from './live.ts'
import type { Upload } from './uploads.ts'
import { STATUS_WORDS, sizeWords } from './words.ts'

type Listed = Pick<DocumentSummary, 'id' | 'status' | 'title' | 'municipalities' | 'problems'>

/** One file on its way: sent how far, waiting, ready with its municipality, or refused and why. */
export function UploadRow({ upload, listed }: { upload: Upload; listed: Listed | undefined }) {
  // The list holds the newest documents only; a file that was known for long is asked for by itself.
  const alone = useLive<DocumentReply>(upload.document && !listed ? `/v1/documents/${upload.document}` : null)
  const document = listed ?? (alone.value && aloneAsListed(alone.value))
  const { show } = useColumns()
  const subjects = document?.status === 'analysed' ? document.municipalities.map(({ id }) => id) : []
  useEffect(() => {
    if (subjects.length > 0) show(subjects)
  }, [subjects.join()])
  return (
    <li class={upload.state}>
      <p class="name">{upload.file.name}</p>
      {upload.state === 'sending' && <progress max={1} value={upload.progress} aria-label="Sent" />}
      <Result upload={upload} document={document} />
    </li>
  )
}

const aloneAsListed = (reply: DocumentReply): Listed => ({
  ...reply,
  municipalities: reply.municipalities.filter(({ role }) => role === 'subject'),
})

function Result({ upload, document }: { upload: Upload; document: Listed | undefined }) {
  if (upload.state === 'waiting') return <p class="result">{sizeWords(upload.file.size)}, waiting to be sent</p>
  if (upload.state === 'sending') return null
  if (upload.state === 'refused')
    return (
      <p class="result trouble" role="alert">
        {upload.error?.message} <code>{upload.error?.code}</code>
      </p>
    )
  if (!document || document.status === 'received' || document.status === 'reading')
    return <p class="result working">{STATUS_WORDS[document?.status ?? 'received']}…</p>
  const [problem] = document.problems
  if (document.status === 'failed')
    return (
      <p class="result trouble" role="alert">
        {problem?.message ?? 'It could not be read.'} <code>{problem?.code ?? 'UNEXPECTED'}</code>
      </p>
    )
  return (
    <p class="result ready">
      {upload.known ? 'Known already' : 'Ready'} ·{' '}
      {document.municipalities.map(({ name }) => name).join(', ') || 'no municipality found'} ·{' '}
      <Link to={{ page: 'document', document: document.id, at: null }}>Open</Link>
    </p>
  )
}
