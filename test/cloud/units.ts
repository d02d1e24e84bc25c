import type { Call } from './request.ts'

/** Request units of calls: what DynamoDB charges on demand. Reads 4 KB each, half where not consistent; writes 1 KB each. */
export interface Units {
  readonly read: number
  readonly write: number
}

type Attribute = Readonly<Record<string, unknown>>
type Item = Readonly<Record<string, Attribute>>

const READ = 4096
const WRITE = 1024
const INDEXES = ['gsi1pk', 'gsi2pk'] as const

/**
 * Units of one call, by the rules of AWS's page “DynamoDB read and write operations”: a write costs its item in the table
 * and once more in each index that carries it; a query the sum of what it reads, a batch each item by itself.
 */
export function unitsOf({ action, input }: Call, output: Readonly<Record<string, unknown>>): Units {
  const reads = (bytes: number, consistent = true) => (Math.max(1, Math.ceil(bytes / READ)) * (consistent ? 2 : 1)) / 2
  switch (action) {
    case 'dynamodb:GetItem':
      return { read: reads(sizeOf((output['Item'] ?? {}) as Item)), write: 0 }
    case 'dynamodb:Query': {
      const bytes = sum(((output['Items'] ?? []) as Item[]).map(sizeOf))
      return { read: reads(bytes, input['ConsistentRead'] === true), write: 0 }
    }
    case 'dynamodb:BatchGetItem':
      return {
        read: sum(
          Object.values((output['Responses'] ?? {}) as Record<string, Item[]>)
            .flat()
            .map((item) => reads(sizeOf(item))),
        ),
        write: 0,
      }
    case 'dynamodb:PutItem':
      return { read: 0, write: writes(input['Item'] as Item) }
    case 'dynamodb:BatchWriteItem': {
      const requests = Object.values(input['RequestItems'] as Record<string, { PutRequest?: { Item: Item } }[]>).flat()
      return { read: 0, write: sum(requests.map(({ PutRequest }) => (PutRequest ? writes(PutRequest.Item) : 1))) }
    }
    default:
      return { read: 0, write: 0 }
  }
}

/** Write units of one call by the partition that they fall on, of the table and of its indexes. */
export function writesByPartition({ action, input }: Call): readonly (readonly [string, number])[] {
  if (action === 'dynamodb:PutItem') return spread(input['Item'] as Item)
  if (action !== 'dynamodb:BatchWriteItem') return []
  const requests = Object.values(input['RequestItems'] as Record<string, WriteRequest[]>).flat()
  return requests.flatMap(({ PutRequest, DeleteRequest }) =>
    PutRequest ? spread(PutRequest.Item) : [[String(DeleteRequest?.Key['pk']?.['S']), 1] as const],
  )
}

interface WriteRequest {
  readonly PutRequest?: { readonly Item: Item }
  readonly DeleteRequest?: { readonly Key: Item }
}

const spread = (item: Item): (readonly [string, number])[] =>
  ['pk', ...INDEXES].flatMap((name) => {
    const key = item[name]?.['S']
    return key === undefined ? [] : [[String(key), Math.ceil(sizeOf(item) / WRITE)] as const]
  })

const writes = (item: Item): number =>
  Math.ceil(sizeOf(item) / WRITE) * (1 + INDEXES.filter((name) => name in item).length)

/** Bytes of an item: names and values, as AWS's page “DynamoDB item sizes and formats” counts them. */
export const sizeOf = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + sizeOfValue(value)))

function sizeOfValue(value: Attribute): number {
  const [[type, content] = ['', undefined]] = Object.entries(value)
  if (type === 'S') return Buffer.byteLength(String(content))
  if (type === 'N') return Math.ceil(String(content).length / 2) + 1
  if (type === 'M') return 3 + Object.keys(content as Item).length + sizeOf(content as Item)
  if (type === 'L') return 3 + sum((content as Attribute[]).map((each) => 1 + sizeOfValue(each)))
  return 1
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
