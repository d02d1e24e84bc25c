import { useEffect } from 'preact/hooks'
import type { Stats } from '../../lib/contract/index.ts'
import { Compare } from './compare.tsx'
import { DocumentPage } from './document.tsx'
import { Documents } from './documents.tsx'
import { DropZone } from './drop-zone.tsx'
import { Header } from './header.tsx'
import { keepBusy, useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { useRouter } from './router.tsx'
import { UploadTray } from './upload-tray.tsx'

/** The whole page: a header, the view that the address asks for, and uploads from anywhere. */
export function App() {
  const { view } = useRouter()
  const stats = useLive<Stats>('/v1/stats')
  const { received = 0, reading = 0 } = stats.value?.documents ?? {}
  const waiting = Object.values(stats.value?.queues ?? {}).reduce((sum, queue) => sum + queue.waiting, 0)
  const isWorking = received + reading + waiting > 0
  useEffect(() => (isWorking ? keepBusy() : undefined), [isWorking])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Header documents={stats.value?.documents.total} />
      <main id="main" tabIndex={-1}>
        {stats.error && <Notice error={stats.error} />}
        {view.page === 'compare' && <Compare />}
        {view.page === 'documents' && <Documents />}
        {view.page === 'document' && view.document && <DocumentPage key={view.document} id={view.document} />}
      </main>
      <UploadTray />
      <DropZone />
    </>
  )
}
