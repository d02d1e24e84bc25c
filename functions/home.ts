import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { Home } from '../lib/pipeline/home.ts'
import { AwsBlobs } from '../lib/store/aws/blobs.ts'
import { DividedBlobs } from '../lib/store/aws/divided.ts'
import { AwsQueue } from '../lib/store/aws/queue.ts'
import { CountedStore } from './counted.ts'
import { metered } from './meter.ts'
import { CORRELATION, correlation } from './telemetry.ts'

/** The clients of this function, made once and kept warm. */
export const s3 = metered(new S3Client({}))
const sqs = metered(new SQSClient({}))
const dynamo = metered(new DynamoDBClient({}))

/** The value of an environment variable that the stack sets; throws where it is missing. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is not set. infra/environment.ts sets it.`)
  return value
}

/** The queue whose address a variable holds. Its dead letters are counted where `NAME_DEAD` is set beside it. */
export function queue<Job>(name: string): AwsQueue<Job> {
  const deadLetterUrl = process.env[`${name}_DEAD`]
  return new AwsQueue<Job>({
    client: sqs,
    url: setting(name),
    ...(deadLetterUrl && { deadLetterUrl }),
    attributes: () => {
      const id = correlation()
      return id === undefined ? {} : { [CORRELATION]: id }
    },
  })
}

/** The home of an installation in the cloud, as its stack has laid it out. */
export const home: Home = {
  blobs: new DividedBlobs({
    'uploads/': new AwsBlobs(s3, setting('UPLOADS')),
    'derived/': new AwsBlobs(s3, setting('DERIVED')),
    'exports/': new AwsBlobs(s3, setting('DERIVED')),
  }),
  store: new CountedStore({ client: dynamo, table: setting('TABLE') }),
  queues: {
    read: queue('READ_QUEUE'),
    ocr: queue('OCR_QUEUE'),
    extract: queue('EXTRACT_QUEUE'),
    aggregate: queue('AGGREGATE_QUEUE'),
  },
}
