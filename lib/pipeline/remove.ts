import { randomUUID } from 'node:crypto'
import { StratlasError } from '../contract/index.ts'
import { announce, Busy, sweep } from './claim.ts'
import type { Home } from './home.ts'
import { LOCK_SECONDS } from './limits.ts'

/**
 * Removes a document: its file, what was derived from it and its claims everywhere. A new revision shuts out whoever
 * still works on it; the document item goes last, so that a removal that broke off can be asked for again. Throws
 * DOCUMENT_NOT_FOUND.
 */
export async function remove(home: Home, id: string): Promise<void> {
  const { blobs, store } = home
  const item = await store.document(id)
  if (!item) throw new StratlasError('DOCUMENT_NOT_FOUND', `There is no document ${id}.`)
  const claim = { id, revision: item.revision + 1, owner: randomUUID() }
  await store.reopen(id, claim.revision)
  const touched = (await store.claim(claim, LOCK_SECONDS)) ? await store.replaceFindings(claim, []) : undefined
  if (!touched) throw new Busy(1)
  await announce(home, touched)
  await sweep(home, id)
  await blobs.delete(item.source.key)
  await store.remove(id)
}
