import assert from 'node:assert/strict'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { DocumentItem } from '../../lib/store/index.ts'
import { assertAgreement, deadLetters, itemsOf } from './agreement.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { goodUploads, poison, type Upload } from './corpus.ts'
import { unleash } from './faults.ts'
import { randomFrom, shuffled } from './random.ts'
import { idOf, named } from './scenario.ts'
import { ACCOUNT } from './template.ts'

export interface StormOptions {
  /** Where `cdk synth` wrote templates and bundles. */
  readonly directory: string
  /** How many files are uploaded in all. */
  readonly uploads: number
  readonly seed: number
}

/** So many keys hold another file first, and as many files are deleted by hand in the end: none of them leaves a trace. */
const REPLACED = 20
const STEPS = 4
/** Of so many uploads one in seven is a file that was uploaded before, under another name. */
const DUPLICATES = 1 / 7
const NONSENSE = 'This is no job.'
/** What stands in messages, documents and names of files, and in no log. */
const SAID = /This is no|Opština|Općina|Požeg|strategij|pomoć|gmin[ay]|killer|damaged\.pdf/iu

/**
 * Uploads files into a cloud in which everything goes wrong that can, and throws where the end is not the one that an
 * undisturbed run has: each good document analysed exactly once in effect, each poison file failed with its reason.
 */
export async function storm({ directory, uploads, seed }: StormOptions) {
  const bad = poison()
  const again = Math.floor(uploads * DUPLICATES)
  const good = goodUploads(uploads - again - bad.length)
  const copies = good
    .slice(0, again)
    .map(({ key, bytes }) => ({ key: key.replace('uploads/', 'uploads/again/'), bytes }))
  const cloud = await startCloud({ directory })
  try {
    const { clients, model, endpoint, pump } = cloud
    const troubles = unleash(cloud, seed)
    const start = performance.now()
    const Bucket = named(model.buckets, 'uploads')
    const put = ({ key, bytes }: Upload) => clients.s3.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes }))
    const passing = Array.from(good.slice(0, REPLACED), ({ key, bytes }, n) => ({ key, bytes: former(bytes, n) }))
    const deleted = passing.map(({ bytes }, n) => ({ key: `uploads/deleted/${n}.html`, bytes: former(bytes, n) }))
    for (const one of [...passing, ...deleted]) await put(one)
    // Some are read before they are replaced, others are not.
    for (let n = 0; n < STEPS; n++) await pump.step()
    for (const one of shuffled([...good, ...copies, ...bad], randomFrom(seed))) await put(one)
    for (const { key } of deleted) await clients.s3.send(new DeleteObjectCommand({ Bucket, Key: key }))
    const QueueUrl = `${endpoint}/${ACCOUNT}/${model.announcements[0]?.queue}`
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: NONSENSE }))
    await pump.settle()
    assert.deepEqual(cloud.gateway.denied, [])
    const { findings, edges } = await assertAgreement(cloud, good)
    const reasons = await reasonsOf(cloud, bad)
    assert.equal(await documentsIn(cloud), good.length + bad.length, 'what was replaced or deleted is gone')
    const dead = await deadLetters(cloud)
    assert.deepEqual([...dead.values()].flat(), [NONSENSE])
    for (const { line } of cloud.lambda.logs) assert.doesNotMatch(line, SAID)
    const seconds = (performance.now() - start) / 1000
    const done = cloud.lambda.logs.filter(({ line }) => line.includes('"finished"')).length
    return {
      uploads,
      good: good.length,
      duplicateFiles: again,
      replaced: passing.length,
      deleted: deleted.length,
      ...troubles,
      broken: pump.broken.length,
      finished: done,
      findings,
      edges,
      reasons,
      seconds,
    }
  } finally {
    await cloud.stop()
  }
}

/** The same file as it may have been before. */
const former = (bytes: Buffer, n: number): Buffer => Buffer.concat([bytes, Buffer.from(`<!-- ${n} -->`)])

const documentsIn = async (cloud: Cloud): Promise<number> =>
  (await itemsOf(cloud)).filter(({ sk }) => sk === 'META').length

/** Why each poison file failed; throws where one did not. */
async function reasonsOf(cloud: Cloud, bad: readonly Upload[]): Promise<Record<string, string>> {
  const items = await itemsOf(cloud)
  const documents = items.filter(({ sk }) => sk === 'META').map(({ item }) => item as DocumentItem)
  return Object.fromEntries(
    bad.map(({ key, bytes }) => {
      const name = key.split('/').at(-1) ?? ''
      const document = documents.find(({ id }) => id === idOf(bytes))
      assert.equal(document?.status, 'failed', name)
      return [name, document?.problems[0]?.code ?? assert.fail(`${name} has failed without a reason`)]
    }),
  )
}
