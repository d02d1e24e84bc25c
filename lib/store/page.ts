import { encodeCursor } from './cursor.ts'
import type { Page } from './store.ts'

/** How a list is cut into pages: its name, what passes, where an item stands, and how many make a page. */
export interface Paging<Item> {
  readonly list: string
  readonly limit: number
  matches(item: Item): boolean
  /** Position of an item in the order of the list; unique. */
  at(item: Item): string
}

/** Fills a page with the first `limit` items that match; a cursor stands on it only where one more follows. */
export async function fillPage<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { list, limit, matches, at }: Paging<Item>,
): Promise<Page<Item>> {
  const found: Item[] = []
  for await (const item of items) {
    if (!matches(item)) continue
    const last = found[limit - 1]
    if (last !== undefined) return { items: found, cursor: encodeCursor(list, at(last)) }
    found.push(item)
  }
  return { items: found }
}

/** All items of a list. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
