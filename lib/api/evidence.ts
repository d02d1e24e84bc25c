import type { DocumentRefs } from '../compare/index.ts'
import type { Edge, Store } from '../store/index.ts'
import { documentRef } from './view.ts'

/** The documents that edges point to, looked up once each. One that was removed meanwhile is left out. */
export async function refsOf(store: Store, edges: readonly Edge[]): Promise<DocumentRefs> {
  const ids = [...new Set(edges.flatMap((edge) => edge.documents))]
  const items = await Promise.all(ids.map((id) => store.document(id)))
  return new Map(items.flatMap((item) => (item ? [[item.id, documentRef(item)] as const] : [])))
}
