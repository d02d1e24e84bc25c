import { DocumentList } from './document-list.tsx'
import { Filters } from './filters.tsx'
import { useRouter } from './router.tsx'
import { useTitle } from './title.ts'

/** All documents, newest first, narrowed by what the address says. */
export function Documents() {
  const { view } = useRouter()
  useTitle('Documents')
  const query = new URLSearchParams([['limit', '50']])
  for (const [name, value] of Object.entries(view.filter)) if (value) query.set(name, value)
  return (
    <div class="documents">
      <h1>Documents</h1>
      <Filters />
      <DocumentList key={query.toString()} query={query.toString()} narrowed={query.size > 1} />
    </div>
  )
}
