import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { Home } from '../lib/pipeline/index.ts'
import { AwsBlobs } from '../lib/store/aws/blobs.ts'
import { DividedBlobs } from '../lib/store/aws/divided.ts'
import { AwsQueue } from '../lib/store/aws/queue.ts'
import { AwsStore } from '../lib/store/aws/store.ts'

/** The clients of this function, made once and kept warm. */
export const s3 = new S3Client({})
const sqs = new SQSClient({})
const dynamo = new DynamoDBClient({})

/** The value of an environment variable that the stack sets; throws where it is missing. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is not set. infra/service.ts sets it.`)
  return value
}

const queue = <Job>(name: string) => new AwsQueue<Job>({ client: sqs, url: setting(name) })

/** The home of an installation in the cloud, as its stack has laid it out. */
export const home: Home = {
  blobs: new DividedBlobs({
    'uploads/': new AwsBlobs(s3, setting('UPLOADS')),
    'derived/': new AwsBlobs(s3, setting('DERIVED')),
  }),
  store: new AwsStore({ client: dynamo, table: setting('TABLE') }),
  queues: { read: queue('READ_QUEUE'), extract: queue('EXTRACT_QUEUE'), aggregate: queue('AGGREGATE_QUEUE') },
}
