/** Merges sorted lists into one, asking each only as far as it is needed. */
export async function* merge<Item>(
  lists: readonly AsyncIterator<Item>[],
  compare: (a: Item, b: Item) => number,
): AsyncGenerator<Item> {
  const heads = await Promise.all(lists.map(async (list) => ({ list, next: await list.next() })))
  for (;;) {
    const [first] = heads
      .flatMap(({ list, next }, i) => (next.done ? [] : [{ i, list, item: next.value }]))
      .sort((a, b) => compare(a.item, b.item))
    if (!first) return
    yield first.item
    heads[first.i] = { list: first.list, next: await first.list.next() }
  }
}
