import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import dynalite from 'dynalite'
import { startFauxqs } from 'fauxqs'
import type { Model } from './model.ts'
import { REGION } from './template.ts'

export interface Emulators {
  readonly storage: number
  readonly tables: number
  stop(): Promise<void>
}

/** S3, SQS and DynamoDB in this process, empty. */
export async function startEmulators(): Promise<Emulators> {
  const storage = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' })
  const tables = dynalite({ createTableMs: 0, deleteTableMs: 0 })
  await once(tables.listen(0, '127.0.0.1'), 'listening')
  return {
    storage: storage.port,
    tables: (tables.address() as AddressInfo).port,
    async stop() {
      await storage.stop()
      await new Promise((resolve) => tables.close(resolve))
    },
  }
}

/** Clients that sign as this caller and ask at this address. */
export function clientsOf(endpoint: string, accessKeyId: string) {
  const options = { region: REGION, endpoint, credentials: { accessKeyId, secretAccessKey: 'secret' } }
  return {
    s3: new S3Client({ ...options, forcePathStyle: true }),
    sqs: new SQSClient({ ...options, useQueueUrlAsEndpoint: false }),
    dynamo: new DynamoDBClient(options),
  }
}

export type Clients = ReturnType<typeof clientsOf>

/** Makes in the emulators what the templates declare: buckets, queues with their dead letters, tables with their indexes. */
export async function deploy({ buckets, queues, tables }: Model, { s3, sqs, dynamo }: Clients): Promise<void> {
  for (const Bucket of buckets) await s3.send(new CreateBucketCommand({ Bucket }))
  for (const { name, visibility, deadLetters } of [...queues].sort(
    (a, b) => Number(!!a.deadLetters) - Number(!!b.deadLetters),
  )) {
    const redrive = deadLetters && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: deadLetters.maxReceives }),
    }
    const Attributes = { VisibilityTimeout: String(visibility), ...redrive }
    await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }))
  }
  for (const { name, properties } of tables) {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = properties as unknown as CreateTableCommandInput
    const indexes = GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }))
    await dynamo.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions,
        KeySchema,
        ...(indexes && { GlobalSecondaryIndexes: indexes }),
      }),
    )
  }
}
