import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Dimension, Source } from '../../contract/index.ts'
import { decodeCursor } from '../cursor.ts'
import { claimed, finished, isFinished, leaving, reopened } from '../document.ts'
import { matchesProfile } from '../filter.ts'
import { collect, fillPage } from '../page.ts'
import type * as port from '../store.ts'
import type { Tally } from '../tally.ts'
import { AwsDocuments } from './documents.ts'
import { AwsFiles } from './files.ts'
import { AwsFindings } from './findings.ts'
import {
  conceptPk,
  edgeKey,
  edgePosition,
  edgesPrefix,
  FIRST,
  LAST,
  municipalityPk,
  profileKey,
  profilePartition,
  profilePosition,
} from './keys.ts'
import { merge } from './merge.ts'
import { Partitions } from './partitions.ts'
import { type Item, nameOf, Table, values } from './table.ts'

export interface AwsStoreOptions {
  readonly client: DynamoDBClient
  readonly table: string
  readonly now?: () => Date
}

/** The store as one DynamoDB table with two indexes. Neither transactions nor streams are needed. */
export class AwsStore implements port.Store {
  readonly #client: DynamoDBClient
  readonly #table: Table
  readonly #partitions: Partitions
  readonly #documents: AwsDocuments
  readonly #files: AwsFiles
  readonly #findings: AwsFindings

  constructor({ client, table, now = () => new Date() }: AwsStoreOptions) {
    this.#client = client
    this.#table = new Table(client, table)
    this.#partitions = new Partitions(this.#table)
    this.#documents = new AwsDocuments(this.#table, this.#partitions, now)
    this.#files = new AwsFiles(this.#table)
    this.#findings = new AwsFindings(this.#table, this.#documents)
  }

  receive(id: string, source: Source): Promise<{ item: port.DocumentItem; isNew: boolean }> {
    return this.#documents.receive(id, source)
  }

  document(id: string): Promise<port.DocumentItem | undefined> {
    return this.#documents.get(id)
  }

  async leave(id: string, key: string): Promise<boolean> {
    return (await this.#documents.change(id, leaving(key))) !== undefined
  }

  holder(key: string): Promise<port.Holder | undefined> {
    return this.#files.holder(key)
  }

  hold(key: string, holder: port.Holder, known: port.Holder | undefined): Promise<boolean> {
    return this.#files.hold(key, holder, known)
  }

  forget(key: string, document: string): Promise<void> {
    return this.#files.forget(key, document)
  }

  documents(filter: port.DocumentFilter, page: port.PageRequest): Promise<port.Page<port.DocumentItem>> {
    return this.#documents.list(filter, page)
  }

  async tally(most: number): Promise<Tally> {
    const profiles = (await this.#partitions.list('P', undefined)).map((one) => this.#partitions.count(one))
    const municipalities = (await Promise.all(profiles)).reduce((total, count) => total + count, 0)
    return { ...(await this.#documents.count(most)), municipalities }
  }

  async claim(claim: port.Claim, seconds: number): Promise<boolean> {
    return (await this.#documents.change(claim.id, claimed(claim, seconds))) !== undefined
  }

  async finish(claim: port.Claim, outcome: port.Outcome): Promise<boolean> {
    return (await this.#documents.change(claim.id, finished(claim, outcome))) !== undefined
  }

  async reopen(id: string, revision: number): Promise<boolean> {
    const item = (await this.#documents.change(id, reopened(revision))) ?? (await this.#documents.get(id))
    return item?.revision === revision && !isFinished(item)
  }

  remove(id: string): Promise<void> {
    return this.#findings.remove(id)
  }

  replaceFindings(claim: port.Claim, findings: readonly port.Finding[]): Promise<string[] | undefined> {
    return this.#findings.replace(claim, findings)
  }

  findings(municipality: string): Promise<port.Finding[]> {
    return this.#findings.of(municipality)
  }

  async putProfile(municipality: string, profile: port.ProfileItem | undefined, edges: readonly port.Edge[]) {
    const old = await collect(this.#table.partition(municipalityPk(municipality), edgesPrefix()))
    const items = profile ? [await this.#profileItem(profile), ...edges.map(edgeItem)] : []
    await this.#table.write(items.map((put) => ({ put })))
    const kept = new Set(items.map(nameOf))
    const gone = [...old, profileKey(municipality)].filter((key) => !kept.has(nameOf(key)))
    await this.#table.write(gone.map((key) => ({ delete: key })))
  }

  async profile(municipality: string): Promise<port.ProfileItem | undefined> {
    return (await this.#table.get(profileKey(municipality)))?.['item'] as port.ProfileItem | undefined
  }

  async profiles({ country, query }: { country?: string; query?: string }, { limit, cursor }: port.PageRequest) {
    const list = 'profiles'
    const after = decodeCursor(list, cursor) ?? FIRST
    const partitions = await this.#partitions.list('P', country)
    const lists = partitions.map((one) => itemsOf<port.ProfileItem>(this.#partitions.items(one, { after })))
    const inOrder = merge(lists, (a, b) => (profilePosition(a) < profilePosition(b) ? -1 : 1))
    return fillPage(inOrder, { list, limit, matches: (one) => matchesProfile(query, one), at: profilePosition })
  }

  edges(municipality: string, dimension?: Dimension): Promise<port.Edge[]> {
    return collect(itemsOf<port.Edge>(this.#table.partition(municipalityPk(municipality), edgesPrefix(dimension))))
  }

  async edgesOf(dimension: Dimension, code: string, filter: { country?: string }, page: port.PageRequest) {
    const list = 'edges'
    const prefix = filter.country === undefined ? '' : `${filter.country}#`
    const after = decodeCursor(list, page.cursor)
    const items = this.#table.query({
      IndexName: 'GSI1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk BETWEEN :from AND :to',
      ...values({ pk: conceptPk(dimension, code), from: after ? after + FIRST : prefix || FIRST, to: prefix + LAST }),
    })
    return fillPage(itemsOf<port.Edge>(items), {
      list,
      limit: page.limit,
      matches: () => true,
      at: (edge) => edgePosition(edge.municipality),
    })
  }

  async close(): Promise<void> {
    this.#client.destroy()
  }

  async #profileItem(item: port.ProfileItem): Promise<Item> {
    const gsi2pk = await this.#partitions.register(profilePartition(item))
    return { ...profileKey(item.municipality), gsi2pk, gsi2sk: profilePosition(item), item }
  }
}

const edgeItem = (item: port.Edge): Item => ({
  ...edgeKey(item.municipality, item.dimension, item.code),
  gsi1pk: conceptPk(item.dimension, item.code),
  gsi1sk: edgePosition(item.municipality),
  item,
})

async function* itemsOf<Value>(items: AsyncIterable<Item>): AsyncGenerator<Value> {
  for await (const { item } of items) yield item as Value
}
