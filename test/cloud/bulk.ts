import { type AttributeValue, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Cloud } from './cloud.ts'

type Row = Record<string, AttributeValue>

const s = (S: string): AttributeValue => ({ S })

/** The three items of the n-th document of others: the document, a finding, an edge; with the keys of the data model. */
function marshalled(n: number): Row[] {
  const id = n.toString(16).padStart(20, 'f')
  const municipality = `MUNI#xx-${n % 2500}`
  const month = `2026-${String((n % 12) + 1).padStart(2, '0')}`
  const item = { id, status: 'analysed', language: null, published: null, source: { receivedAt: `${month}-01` } }
  const listed = { gsi2pk: s(`L#XX#${month}`), gsi2sk: s(`${month}-01#${id}`) }
  return [
    { pk: s(`DOC#${id}`), sk: s('META'), ...listed, item: { M: marshall(item) } },
    { pk: s(municipality), sk: s(`F#services#home-care#${id}#1`) },
    {
      pk: s(municipality),
      sk: s(`E#services#s-${n}`),
      gsi1pk: s(`T#services#s-${n}`),
      gsi1sk: s(`XX#${municipality}`),
    },
  ]
}

/** Notes of the partitions in which such documents are listed. */
const partitions = (): Row[] =>
  Array.from({ length: 12 }, (_, n) => {
    const month = `2026-${String(n + 1).padStart(2, '0')}`
    return { pk: s('PARTITIONS#L'), sk: s(`${month}#XX`), country: s('XX'), month: s(month) }
  })

const BATCH = 25

/** Adds documents of other municipalities, each with one finding and one edge, straight to the table, up to so many. */
export async function addCrowd({ direct, model: { tables } }: Cloud, to: number, from = 0): Promise<void> {
  const table = tables[0]?.name ?? ''
  const put = async (items: readonly Row[]) => {
    const requests = items.map((Item) => ({ PutRequest: { Item } }))
    await direct.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }))
  }
  await put(partitions())
  for (let n = from; n < to; n += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, to - n) }, (_, i) => marshalled(n + i))
    await Promise.all([0, 1, 2].map((part) => put(items.map((all) => all[part] ?? {}))))
  }
}
