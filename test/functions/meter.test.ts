import { PutObjectCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meter, metered } from '../../functions/meter.ts'
import { PRICES } from '../../functions/prices.ts'
import { AwsStore } from '../../lib/store/aws/store.ts'
import { type Aws, startAws } from '../support/aws.ts'
import { source } from '../support/items.ts'

let aws: Aws
beforeAll(async () => {
  aws = await startAws()
})
afterAll(() => aws.stop())

const OVERHEAD = PRICES.invocation + 2 * PRICES.message

test('what an invocation asks of AWS is priced by the units that the table answers, and by requests', async () => {
  const clients = aws.clients()
  const { s3, sqs } = { s3: metered(clients.s3), sqs: metered(clients.sqs) }
  const store = new AwsStore({ client: metered(clients.dynamo), table: await aws.table() })
  const Bucket = await aws.bucket()
  const { url: QueueUrl } = await aws.queue(3)
  const cost = meter()
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' }))
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }))
  expect(cost()).toBeCloseTo(PRICES.put + PRICES.message + OVERHEAD, 12)
  const next = meter()
  await store.receive('a'.repeat(20), source())
  // A consistent look, the note of a partition, and the document; the emulator answers no units of indexes, AWS does.
  expect(next()).toBeCloseTo(PRICES.readUnit + 2 * PRICES.writeUnit + OVERHEAD, 12)
})
