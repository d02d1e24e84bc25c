import { documentPath, type UploadReceipt } from '../contract/index.ts'
import { documentId } from '../pipeline/derived.ts'
import { receive } from '../pipeline/receive.ts'
import type { Services } from './services.ts'

/** Stores a file under a key and has it read, but for one whose bytes are known: that is the same document. */
export async function take(services: Services, key: string, bytes: Uint8Array): Promise<UploadReceipt> {
  const id = documentId(bytes)
  const known = await services.store.document(id)
  if (!known) {
    await services.blobs.put(key, bytes)
    await receive(services, key, services.now())
  }
  return { id, isNew: !known, document: documentPath(id) }
}
