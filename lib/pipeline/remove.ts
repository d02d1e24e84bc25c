import { randomUUID } from 'node:crypto'
import { StratlasError } from '../contract/index.ts'
import { keysOf } from '../store/document.ts'
import type { DocumentItem } from '../store/index.ts'
import { announce, Busy, sweep } from './claim.ts'
import { documentId } from './derived.ts'
import type { Home } from './home.ts'
import { LOCK_SECONDS } from './limits.ts'

/**
 * Removes a document: its files, what was derived from it and its claims everywhere. The document item goes last, so that
 * a removal that broke off can be asked for again. Throws DOCUMENT_NOT_FOUND.
 */
export async function remove(home: Home, id: string): Promise<void> {
  const { blobs, store } = home
  const item = await store.document(id)
  if (!item) throw new StratlasError('DOCUMENT_NOT_FOUND', `There is no document ${id}.`)
  await withdraw(home, item)
  for (const key of keysOf(item)) {
    const bytes = await blobs.get(key)
    // Others may have been put there that are not read yet.
    if (bytes && documentId(bytes) === id) await blobs.delete(key)
    await store.forget(key, id)
  }
  await store.remove(id)
}

/** Takes back all that was derived from a document and said on its word. A new revision shuts out whoever still works on it. */
export async function withdraw(home: Home, { id, revision }: DocumentItem): Promise<void> {
  const { store } = home
  const claim = { id, revision: revision + 1, owner: randomUUID() }
  await store.reopen(id, claim.revision)
  const touched = (await store.claim(claim, LOCK_SECONDS)) ? await store.replaceFindings(claim, []) : undefined
  if (!touched) throw new Busy(1)
  await announce(home, touched)
  await sweep(home, id)
}
