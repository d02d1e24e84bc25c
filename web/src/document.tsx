import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Dimension, DocumentReply, DocumentText } from '../../lib/contract/index.ts'
import { ClaimList } from './claim-list.tsx'
import { claimsOf, proofsOf } from './claims.ts'
import { DocumentHead } from './document-head.tsx'
import { useNaming } from './labels.ts'
import { useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { ProofBar } from './proof-bar.tsx'
import { useRouter } from './router.tsx'
import { ShowOnPage } from './show-on-page.tsx'
import { Text } from './text.tsx'
import { useTitle } from './title.ts'
import { languageTag, progressWords, STATUS_WORDS } from './words.ts'

/** One document: its text with every mention marked, and the claims that they prove. */
export function DocumentPage({ id }: { id: string }) {
  const record = useLive<DocumentReply>(`/v1/documents/${encodeURIComponent(id)}`)
  useTitle(record.value?.title ?? record.value?.name)
  if (!record.value) return record.error ? <Notice error={record.error} /> : null
  const { status, progress } = record.value
  return (
    <article class="document">
      <DocumentHead record={record.value} />
      {(status === 'received' || status === 'reading') && (
        <p class="quiet-note working">
          {progress ? progressWords(progress) : STATUS_WORDS[status]}… Its text appears here as soon as it is ready.
        </p>
      )}
      {status === 'analysed' && <Reading record={record.value} />}
    </article>
  )
}

function Reading({ record }: { record: DocumentReply }) {
  const { at } = useRouter().view
  const naming = useNaming()
  const text = useLive<DocumentText>(record.links.text, { once: true })
  const [hidden, setHidden] = useState<ReadonlySet<Dimension>>(new Set())
  const claims = useMemo(() => claimsOf(record, naming), [record, naming])
  const shown = useMemo(() => proofsOf(claims.filter(({ dimension }) => !hidden.has(dimension))), [claims, hidden])
  useEffect(() => {
    if (!at || !text.value) return
    const words = document.querySelector(`[data-start="${at.start}"]`)
    words?.scrollIntoView({ block: 'center' })
  }, [at?.start, at?.end, text.value])
  const page = at && text.value?.pages.find(({ start, end }) => start <= at.start && at.start < end)
  const toggle = (dimension: Dimension) =>
    setHidden(new Set(hidden.has(dimension) ? [...hidden].filter((one) => one !== dimension) : [...hidden, dimension]))
  return (
    <div class="reading">
      <ClaimList claims={claims} hidden={hidden} toggle={toggle} />
      <div class="text-column">
        {text.error && <Notice error={text.error} />}
        {text.value && (
          <Text document={text.value} proofs={shown} lang={languageTag(record.language.code, record.language.script)} />
        )}
        <ProofBar proofs={shown}>{at && <ShowOnPage document={record} at={at} page={page?.number} />}</ProofBar>
      </div>
    </div>
  )
}
