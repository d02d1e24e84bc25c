import assert from 'node:assert/strict'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { inProcess, readWhole } from '../../lib/pipeline/index.ts'
import { profileOf } from '../../lib/profile/index.ts'
import type { DocumentItem, Edge, Finding } from '../../lib/store/index.ts'
import type { Cloud } from './cloud.ts'
import type { Upload } from './corpus.ts'
import { idOf, named } from './scenario.ts'
import { ACCOUNT } from './template.ts'

interface Stored {
  readonly pk: string
  readonly sk: string
  readonly item: unknown
}

/** Everything in the table. */
export async function itemsOf({ clients, model }: Cloud): Promise<Stored[]> {
  const items: Stored[] = []
  const client = DynamoDBDocumentClient.from(clients.dynamo)
  let ExclusiveStartKey: Record<string, never> | undefined
  do {
    const input = { TableName: model.tables[0]?.name, ...(ExclusiveStartKey && { ExclusiveStartKey }) }
    const page = await client.send(new ScanCommand(input))
    items.push(...((page.Items ?? []) as Stored[]))
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey
  } while (ExclusiveStartKey)
  return items
}

/** Keys of all that was derived. */
export async function derivedKeys({ clients, model }: Cloud): Promise<string[]> {
  const keys: string[] = []
  let ContinuationToken: string | undefined
  do {
    const input = { Bucket: named(model.buckets, 'derived'), ...(ContinuationToken && { ContinuationToken }) }
    const page = await clients.s3.send(new ListObjectsV2Command(input))
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return keys
}

/** Bodies of the dead letters, by queue. */
export async function deadLetters({ clients, model, endpoint }: Cloud): Promise<Map<string, string[]>> {
  const dead = new Map<string, string[]>()
  for (const { name } of model.queues.filter(({ deadLetters }) => !deadLetters)) {
    const QueueUrl = `${endpoint}/${ACCOUNT}/${name}`
    for (;;) {
      const { Messages = [] } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      if (!Messages.length) break
      dead.set(name, [...(dead.get(name) ?? []), ...Messages.map(({ Body }) => Body ?? '')])
    }
  }
  return dead
}

const byKey = (a: { pk: string; sk: string }, b: { pk: string; sk: string }): number =>
  `${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1

/** What an undisturbed run in this process finds in the same files, by document and code. */
async function expectedOf(
  uploads: readonly Upload[],
  documents: ReadonlyMap<string, DocumentItem>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { bytes } of uploads) {
    const document = documents.get(idOf(bytes))
    assert.ok(document, 'a good document is missing')
    const { source } = document
    findings.push(...(await inProcess.analyse({ ...(await readWhole(inProcess, bytes)), source })).findings)
  }
  return findings
}

/**
 * Throws where table and blobs do not say exactly what one undisturbed run over these files says: each document analysed
 * once in effect, its findings those of the engine and no others, each sum that of its findings, each blob there.
 */
export async function assertAgreement(
  cloud: Cloud,
  good: readonly Upload[],
): Promise<{ findings: number; edges: number }> {
  const items = (await itemsOf(cloud)).sort(byKey)
  const documents = new Map(
    items.filter(({ sk }) => sk === 'META').map(({ item }) => [(item as DocumentItem).id, item as DocumentItem]),
  )
  for (const { bytes } of good) {
    const { status, revision, published, owner } = documents.get(idOf(bytes)) ?? {}
    assert.deepEqual(
      { status, revision, published, owner },
      { status: 'analysed', revision: 1, published: 1, owner: null },
    )
  }
  const found = items.filter(({ sk }) => sk.startsWith('F#')).map(({ item }) => item as Finding)
  const order = (one: Finding) => `${one.municipality} ${one.dimension} ${one.code} ${one.document}`
  const sorted = (some: readonly Finding[]) => some.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const expected = (await expectedOf(good, documents)).map((one) => JSON.parse(JSON.stringify(one)) as Finding)
  assert.deepEqual(sorted(found), sorted(expected))
  const edges = assertSums(items, found)
  const keys = new Set(await derivedKeys(cloud))
  for (const { bytes } of good)
    for (const name of ['text', 'analysis']) assert.ok(keys.has(`derived/${idOf(bytes)}/1/${name}.json`))
  return { findings: found.length, edges }
}

/** Each edge is the sum of the findings beside it. Answers how many there are. */
function assertSums(items: readonly Stored[], findings: readonly Finding[]): number {
  const edges = items.filter(({ sk }) => sk.startsWith('E#')).map(({ item }) => item as Edge)
  const code = (edge: Edge) => `${edge.municipality} ${edge.dimension} ${edge.code}`
  const sorted = (some: readonly Edge[]) => some.toSorted((a, b) => (code(a) < code(b) ? -1 : 1))
  const groups = Map.groupBy(findings, ({ municipality }) => municipality)
  const summed = [...groups].flatMap(([municipality, own]) => profileOf(municipality, own, new Date()).edges)
  assert.deepEqual(sorted(edges), sorted(summed.map((edge) => JSON.parse(JSON.stringify(edge)) as Edge)))
  return edges.length
}
