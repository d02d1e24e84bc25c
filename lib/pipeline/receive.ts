import { type Source, StratlasError } from '../contract/index.ts'
import { isFinished, keysOf } from '../store/document.ts'
import type { DocumentItem } from '../store/index.ts'
import { arrive } from './arrive.ts'
import { documentId, sha256 } from './derived.ts'
import type { Home } from './home.ts'

/**
 * Takes in the bytes that have arrived under a key, e.g. `uploads/2026/strategija.pdf`. The same bytes again, under
 * whatever key, are the same document. Throws PATH_NOT_FOUND where there are none.
 */
export async function receive(
  home: Home,
  key: string,
  now = new Date(),
): Promise<{ item: DocumentItem; isNew: boolean }> {
  const bytes = await home.blobs.get(key)
  if (!bytes) throw new StratlasError('PATH_NOT_FOUND', `Nothing has been uploaded under ${key}.`)
  const known = await home.store.document(documentId(bytes))
  if (known && isFinished(known) && keysOf(known).includes(key)) return { item: known, isNew: false }
  // The message first: it alone suffices to do all the rest, so a break behind it loses nothing.
  const order = now.toISOString()
  await home.queues.read.send({ key, order })
  return arrive(home, sourceOf(key, bytes, now), order)
}

/** What is known of a file before it is read. */
export const sourceOf = (key: string, bytes: Uint8Array, now: Date): Source => ({
  key,
  mediaType: 'application/octet-stream',
  bytes: bytes.length,
  sha256: sha256(bytes),
  receivedAt: now.toISOString(),
})
