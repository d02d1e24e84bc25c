import { useState } from 'preact/hooks'
import type { DocumentReply } from '../../lib/contract/index.ts'
import { hurry } from './live.ts'
import { Notice } from './notice.tsx'
import { RequestError, request } from './request.ts'
import { useRouter } from './router.tsx'

/** What can be done with a document: run the engine on it again, or remove it with all that it says. */
export function DocumentActions({ document: { name, links } }: { document: Pick<DocumentReply, 'name' | 'links'> }) {
  const { go } = useRouter()
  const [error, setError] = useState<RequestError>()
  const act = async (path: string, method: string) => {
    try {
      await request(path, { method })
      hurry()
      return true
    } catch (refusal) {
      if (refusal instanceof RequestError) setError(refusal)
      return false
    }
  }
  const remove = async () => {
    if (!confirm(`Remove "${name}" and everything it says from all comparisons?`)) return
    if (await act(links.record, 'DELETE')) go({ page: 'documents', document: null, at: null }, true)
  }
  return (
    <span class="actions">
      <button type="button" class="quiet" onClick={() => void act(`${links.record}/reanalyse`, 'POST')}>
        Analyse again
      </button>
      <button type="button" class="quiet" onClick={() => void remove()}>
        Remove…
      </button>
      {error && <Notice error={error} />}
    </span>
  )
}
