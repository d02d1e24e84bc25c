import { StratlasError } from '../contract/index.ts'
import { isFinished } from '../store/document.ts'
import type { Home } from './home.ts'

/**
 * Runs a document through the whole engine again and answers the revision that it will have. One that is still being
 * worked on is only given a further push. What was found before stays until then. Throws DOCUMENT_NOT_FOUND.
 */
export async function reanalyse({ store, queues }: Home, id: string): Promise<number> {
  const item = await store.document(id)
  if (!item) throw new StratlasError('DOCUMENT_NOT_FOUND', `There is no document ${id}.`)
  const revision = isFinished(item) ? item.revision + 1 : item.revision
  // The message first: the step opens the revision itself where this breaks off before the next line.
  await queues.read.send({ key: item.source.key, revision })
  await store.reopen(id, revision)
  return revision
}
