import type { AnalysisRecord } from '../contract/index.ts'
import type { Blobs, DocumentItem } from '../store/index.ts'
import { recordOf } from './derived.ts'

/** Records that are read at once. */
const AT_ONCE = 16

/** The documents with their records, in their order; undefined for those that have none yet. */
export async function* recordsOf(
  blobs: Blobs,
  items: readonly DocumentItem[],
): AsyncGenerator<readonly [DocumentItem, AnalysisRecord | undefined]> {
  for (let i = 0; i < items.length; i += AT_ONCE) {
    const some = items.slice(i, i + AT_ONCE)
    const records = await Promise.all(some.map((item) => recordOf(blobs, item)))
    for (const [n, item] of some.entries()) yield [item, records[n]]
  }
}
