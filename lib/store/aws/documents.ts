import type { Source } from '../../contract/index.ts'
import { decodeCursor } from '../cursor.ts'
import { alsoUnder, type Change, DOCUMENTS, keysOf, newDocument } from '../document.ts'
import { matchesDocument } from '../filter.ts'
import { fillPage } from '../page.ts'
import type { DocumentFilter, DocumentItem, Page, PageRequest } from '../store.ts'
import { alone, countsOf, type Tally } from '../tally.ts'
import { documentKey, documentPartition, documentPosition, LAST, type Partition } from './keys.ts'
import { merge } from './merge.ts'
import type { Partitions } from './partitions.ts'
import type { Item, Table } from './table.ts'

/** How often a change is tried while others change the same document; each try has a winner, so this is plenty. */
const TRIES = 20

/** The documents of a table. Each is one item, changed only on condition that nobody else changed it meanwhile. */
export class AwsDocuments {
  readonly #table: Table
  readonly #partitions: Partitions
  readonly #now: () => Date

  constructor(table: Table, partitions: Partitions, now: () => Date) {
    this.#table = table
    this.#partitions = partitions
    this.#now = now
  }

  async receive(id: string, source: Source): Promise<{ item: DocumentItem; isNew: boolean }> {
    const item = newDocument(id, source)
    const known = await this.get(id)
    if (!known && (await this.#put(item, undefined))) return { item, isNew: true }
    const isNoted = known && keysOf(known).includes(source.key)
    const changed = isNoted ? undefined : await this.change(id, alsoUnder(source.key))
    return { item: changed ?? (isNoted ? known : await this.get(id)) ?? item, isNew: false }
  }

  async get(id: string): Promise<DocumentItem | undefined> {
    const item = await this.#table.get(documentKey(id))
    return item && itemOf(item)
  }

  /** The published revision of each of these documents that is there. */
  async published(ids: readonly string[]): Promise<Map<string, number | null>> {
    const items = (await this.#table.getAll(ids.map(documentKey))).map(itemOf)
    return new Map(items.map(({ id, published }) => [id, published]))
  }

  /** Applies a change; answers the document after it, undefined where it is refused. */
  async change(id: string, change: Change): Promise<DocumentItem | undefined> {
    for (let i = 0; i < TRIES; i++) {
      const stored = await this.#table.get(documentKey(id))
      const changed = stored && change(itemOf(stored), this.#now())
      if (!changed) return undefined
      const next = { ...changed, updatedAt: this.#now().toISOString() }
      if (await this.#put(next, Number(stored['version']))) return next
    }
    throw new Error(`Document ${id} was changed by others ${TRIES} times while one change was tried.`)
  }

  async list(filter: DocumentFilter, { limit, cursor }: PageRequest): Promise<Page<DocumentItem>> {
    const list = DOCUMENTS
    return fillPage<DocumentItem>(this.#before(decodeCursor(list, cursor) ?? LAST, filter.country), {
      list,
      limit,
      matches: (item) => matchesDocument(filter, item),
      at: documentPosition,
    })
  }

  /** Counts the newest documents, at most so many. */
  async count(most: number): Promise<Omit<Tally, 'municipalities'>> {
    const { items, cursor } = await this.list({}, { limit: most })
    return { ...countsOf(items.map(alone)), isComplete: cursor === undefined }
  }

  /** Month by month from the newest; the countries of one month are merged by arrival. */
  async *#before(position: string, country: string | undefined): AsyncGenerator<DocumentItem> {
    const partitions = await this.#partitions.list('L', country)
    const months = Map.groupBy(
      partitions.filter(({ month }) => month <= position),
      ({ month }) => month,
    )
    for (const month of [...months.keys()].sort().reverse()) {
      const lists = (months.get(month) ?? []).map((one) => this.#items(one, position))
      yield* merge(lists, (a, b) => (documentPosition(a) > documentPosition(b) ? -1 : 1))
    }
  }

  async *#items(partition: Partition, position: string): AsyncGenerator<DocumentItem> {
    for await (const item of this.#partitions.items(partition, { before: position })) yield itemOf(item)
  }

  async #put(item: DocumentItem, version: number | undefined): Promise<boolean> {
    const partition = await this.#partitions.register(documentPartition(item))
    const keys = { ...documentKey(item.id), gsi2pk: partition, gsi2sk: documentPosition(item) }
    return this.#table.putIf({ ...keys, version: (version ?? 0) + 1, item }, version)
  }
}

const itemOf = (stored: Item): DocumentItem => stored['item'] as DocumentItem
