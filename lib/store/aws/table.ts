import { setTimeout as wait } from 'node:timers/promises'
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { Key } from './keys.ts'

/** An item with its keys. */
export type Item = Key & Readonly<Record<string, unknown>>

/** A write of a batch: an item to put, or the key of one to delete. */
export type Write = { readonly put: Item } | { readonly delete: Key }

/** Limits of BatchWriteItem and BatchGetItem. */
const WRITES = 25
const GETS = 100
const TRIES = 10
const FIRST_PAUSE_MS = 25

/** One DynamoDB table: reads are consistent except from indexes, batches come back whole or throw. */
export class Table {
  readonly #client: DynamoDBDocumentClient
  readonly #name: string

  constructor(client: DynamoDBClient, name: string) {
    this.#client = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
    this.#name = name
  }

  async get(key: Key): Promise<Item | undefined> {
    const { pk, sk } = key
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#name, Key: { pk, sk }, ConsistentRead: true }),
    )
    return Item as Item | undefined
  }

  /** Puts an item where none is, or where the one there has this `version`; false where it is otherwise. */
  async putIf(item: Item, version: number | string | undefined): Promise<boolean> {
    const condition =
      version === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: '#version = :version', ...names('version'), ...values({ version }) }
    try {
      await this.#client.send(new PutCommand({ TableName: this.#name, Item: item, ...condition }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  /** All items that a query answers, page after page. */
  async *query(input: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<Item> {
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const command = new QueryCommand({ ...input, TableName: this.#name, ExclusiveStartKey: from })
      const { Items = [], LastEvaluatedKey } = await this.#client.send(command)
      yield* Items as Item[]
      from = LastEvaluatedKey
    } while (from)
  }

  /** How many items a query finds. */
  async count(input: Omit<QueryCommandInput, 'TableName' | 'Select'>): Promise<number> {
    let count = 0
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const command = new QueryCommand({ ...input, TableName: this.#name, Select: 'COUNT', ExclusiveStartKey: from })
      const { Count = 0, LastEvaluatedKey } = await this.#client.send(command)
      count += Count
      from = LastEvaluatedKey
    } while (from)
    return count
  }

  /** Items of one partition, consistently: all, or those whose sort keys begin with `prefix`. */
  partition(pk: string, prefix?: string): AsyncGenerator<Item> {
    return this.query({
      KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ...values(prefix === undefined ? { pk } : { pk, prefix }),
      ConsistentRead: true,
    })
  }

  /** Items under these keys, consistently, in no order; those that are missing are left out. */
  async getAll(keys: readonly Key[]): Promise<Item[]> {
    const items: Item[] = []
    for (const chunk of chunks(keys, GETS)) {
      await whole(chunk, async (left) => {
        const request = { [this.#name]: { Keys: left, ConsistentRead: true } }
        const { Responses, UnprocessedKeys } = await this.#client.send(new BatchGetCommand({ RequestItems: request }))
        items.push(...((Responses?.[this.#name] ?? []) as Item[]))
        return (UnprocessedKeys?.[this.#name]?.Keys ?? []) as Key[]
      })
    }
    return items
  }

  /** Writes all, in no order; of two writes to one key the last counts. */
  async write(writes: readonly Write[]): Promise<void> {
    const byKey = new Map(writes.map((write) => [nameOf('put' in write ? write.put : write.delete), write]))
    for (const chunk of chunks([...byKey.values()].map(requestOf), WRITES)) {
      await whole(chunk, async (left) => {
        const command = new BatchWriteCommand({ RequestItems: { [this.#name]: left } })
        return (await this.#client.send(command)).UnprocessedItems?.[this.#name] ?? []
      })
    }
  }
}

/** Identity of an item as one string. */
export const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** Attribute names of an expression: `names('version')` stands for `#version`. */
export const names = (...attributes: string[]) => ({
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
})

/** Attribute values of an expression: `values({ pk })` stands for `:pk`. */
export const values = (attributes: Record<string, unknown>) => ({
  ExpressionAttributeValues: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])),
})

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

const requestOf = (write: Write): WriteRequest =>
  'put' in write
    ? { PutRequest: { Item: write.put } }
    : { DeleteRequest: { Key: { pk: write.delete.pk, sk: write.delete.sk } } }

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size)
}

/** Sends what is left until nothing is, pausing longer each time, with jitter so that workers do not march in step. */
async function whole<T>(all: T[], send: (left: T[]) => Promise<T[]>): Promise<void> {
  let left = all
  for (let i = 0; i < TRIES; i++) {
    left = await send(left)
    if (!left.length) return
    await wait(Math.random() * FIRST_PAUSE_MS * 2 ** i)
  }
  throw new Error(`DynamoDB left ${left.length} of ${all.length} requests of a batch undone ${TRIES} times.`)
}
