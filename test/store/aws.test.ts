import { AwsBlobs } from '../../lib/store/aws/blobs.ts'
import { AwsQueue } from '../../lib/store/aws/queue.ts'
import { AwsStore } from '../../lib/store/aws/store.ts'
import { blobsContract } from '../contract/blobs.ts'
import { queueContract } from '../contract/queue.ts'
import { storeContract } from '../contract/store.ts'
import { startAws } from '../support/aws.ts'

blobsContract('S3', async () => {
  const aws = await startAws()
  return { blobs: new AwsBlobs(aws.clients().s3, await aws.bucket()), close: aws.stop }
})

queueContract('SQS', async () => {
  const aws = await startAws()
  return {
    create: async (maxReceives) => new AwsQueue({ client: aws.clients().sqs, ...(await aws.queue(maxReceives)) }),
    close: aws.stop,
  }
})

storeContract('DynamoDB', async () => {
  const aws = await startAws()
  return {
    create: async (now) => new AwsStore({ client: aws.clients().dynamo, table: await aws.table(), now }),
    close: aws.stop,
  }
})
