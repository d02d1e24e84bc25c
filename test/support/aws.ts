import { randomUUID } from 'node:crypto'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { MiddlewareStack } from '@smithy/types'
import { startFauxqs } from 'fauxqs'
import type { Home } from '../../lib/pipeline/index.ts'
import { AwsBlobs } from '../../lib/store/aws/blobs.ts'
import { AwsQueue } from '../../lib/store/aws/queue.ts'
import { tableSchema } from '../../lib/store/aws/schema.ts'
import { AwsStore } from '../../lib/store/aws/store.ts'
import type { Fuse } from './fuse.ts'
import { startTables } from './tables.ts'

/** Emulators in this process, and the real clients of the SDK pointed at them. */
export async function startAws() {
  const storage = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' })
  const tables = await startTables()
  const account = { region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const endpoint = `http://127.0.0.1:${storage.port}`
  const clients = () => ({
    s3: new S3Client({ ...account, endpoint, forcePathStyle: true }),
    sqs: new SQSClient({ ...account, endpoint, useQueueUrlAsEndpoint: false }),
    dynamo: new DynamoDBClient({ ...account, endpoint: tables.endpoint }),
  })
  const setup = clients()
  const opened: { destroy(): void }[] = Object.values(setup)
  return {
    /** New clients, closed with the emulators. */
    clients() {
      const some = clients()
      opened.push(...Object.values(some))
      return some
    },
    async bucket(): Promise<string> {
      const Bucket = `b-${randomUUID()}`
      await setup.s3.send(new CreateBucketCommand({ Bucket }))
      return Bucket
    },
    async table(): Promise<string> {
      const name = `t-${randomUUID()}`
      await setup.dynamo.send(new CreateTableCommand({ TableName: name, ...tableInput() }))
      return name
    },
    /** A queue and its dead letters. */
    async queue(maxReceives: number): Promise<{ url: string; deadLetterUrl: string }> {
      const name = randomUUID()
      const deadLetterUrl = await createQueue(setup.sqs, `${name}-dead`)
      const { Attributes } = await setup.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: deadLetterUrl, AttributeNames: ['QueueArn'] }),
      )
      const redrive = { deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: maxReceives }
      const url = await createQueue(setup.sqs, name, { RedrivePolicy: JSON.stringify(redrive) })
      return { url, deadLetterUrl }
    },
    async stop(): Promise<void> {
      for (const client of opened) client.destroy()
      await storage.stop()
      await tables.stop()
    },
  }
}

export type Aws = Awaited<ReturnType<typeof startAws>>

/** Commands that change something. */
const WRITE = /^(?:Put|Delete|Send|Change|BatchWrite)/

/** A whole home in the emulators, as the stack makes one, whose every request passes the fuse. */
export async function openAwsHome(aws: Aws, { now, fuse, maxReceives }: HomeOptions): Promise<Home> {
  const { s3, sqs, dynamo } = aws.clients()
  for (const { middlewareStack } of [s3, sqs, dynamo] as { middlewareStack: MiddlewareStack<object, object> }[])
    middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          fuse.pass(WRITE.test(commandName ?? ''))
          return next(args)
        },
      { step: 'initialize' },
    )
  const queue = async <Job>() => new AwsQueue<Job>({ client: sqs, ...(await aws.queue(maxReceives)) })
  return {
    blobs: new AwsBlobs(s3, await aws.bucket()),
    store: new AwsStore({ client: dynamo, table: await aws.table(), now }),
    queues: { read: await queue(), ocr: await queue(), extract: await queue(), aggregate: await queue() },
  }
}

interface HomeOptions {
  readonly now: () => Date
  readonly fuse: Fuse
  readonly maxReceives: number
}

async function createQueue(sqs: SQSClient, QueueName: string, Attributes = {}): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  return QueueUrl ?? ''
}

/** What the CDK stack makes of the schema, as CreateTable takes it. */
function tableInput() {
  const { partitionKey, sortKey, indexes } = tableSchema
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ]
  const attributes = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])]
  return {
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: keys(partitionKey, sortKey),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  }
}
