import type { Unread } from '../formats/index.ts'
import { picturesOf } from '../formats/part.ts'
import { isFinished } from '../store/document.ts'
import type { Blobs, DocumentItem } from '../store/index.ts'
import { draftKey, getJson, isIn, pagesPrefix } from './derived.ts'

/** How many pages of a document are recognised, and of how many. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** How far the recognition of a document's scanned pages is; undefined where it has none, or is done. */
export async function progressOf(blobs: Blobs, item: DocumentItem): Promise<Progress | undefined> {
  if (isFinished(item)) return undefined
  const unread = await getJson<Unread>(blobs, draftKey(item))
  if (!unread) return undefined
  const keys = await Array.fromAsync(blobs.list(pagesPrefix(item)))
  const pages = picturesOf(unread.draft)
  return { done: pages.filter((page) => keys.some((key) => isIn(key, page))).length, total: pages.length }
}
