import type { Source } from '../contract/index.ts'
import type { DocumentItem, Holder } from '../store/index.ts'
import { idOfHash } from './derived.ts'
import type { Home } from './home.ts'
import { withdraw } from './remove.ts'

/** A document as it is recorded, and whether its bytes are still those that were put under their key last. */
export interface Arrival {
  readonly item: DocumentItem
  readonly isNew: boolean
  readonly isLast: boolean
}

/**
 * Records what has arrived under a key. The document whose bytes it replaces goes as if it had been removed, unless they
 * lie under another key too; so does this one, where it was replaced meanwhile.
 */
export async function arrive(home: Home, source: Source, order: string | undefined): Promise<Arrival> {
  const { store } = home
  const document = idOfHash(source.sha256)
  if (order === undefined) return { ...(await store.receive(document, source)), isLast: true }
  await occupy(home, source.key, { document, order })
  const received = await store.receive(document, source)
  const holder = await store.holder(source.key)
  const isLast = holder === undefined || holder.document === document
  if (!isLast) await replaced(home, document, source.key)
  return { ...received, isLast }
}

/** Lets go of a key that holds nothing any more: its document goes, unless something was put there later. */
export async function vacate(home: Home, key: string, order: string): Promise<void> {
  const known = await home.store.holder(key)
  if (!known || compare(known.order, order) > 0) return
  await replaced(home, known.document, key)
  // The document before its key: by what is known of the key a removal that broke off goes on.
  await home.store.forget(key, known.document)
}

/** Has a key stand for the document whose bytes were put there last. */
async function occupy(home: Home, key: string, arrived: Holder): Promise<void> {
  const known = await home.store.holder(key)
  const later = known ? compare(arrived.order, known.order) : 1
  const isSame = known?.document === arrived.document
  if (later < 0 || (later === 0 && isSame)) return
  if (known && !isSame) await replaced(home, known.document, key)
  if (!(await home.store.hold(key, arrived, known))) await occupy(home, key, arrived)
}

/** Takes a key off a document, and the document away where it was its last. */
async function replaced(home: Home, id: string, key: string): Promise<void> {
  if (await home.store.leave(id, key)) return
  const item = await home.store.document(id)
  if (!item) return
  await withdraw(home, item)
  await home.store.remove(id)
}

/** S3 compares its sequencers as if the shorter went on with zeros. */
function compare(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  const [left, right] = [a.padEnd(length, '0'), b.padEnd(length, '0')]
  return left < right ? -1 : left > right ? 1 : 0
}
