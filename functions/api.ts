import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import { createApi } from '../lib/api/index.ts'
import type { UploadRequest } from '../lib/contract/index.ts'
import { engine } from '../lib/pipeline/engine.ts'
import type { ReadJob } from '../lib/pipeline/home.ts'
import { download } from '../lib/store/aws/downloads.ts'
import { AwsUploads } from '../lib/store/aws/uploads.ts'
import { Detour } from './detour.ts'
import { home, queue, s3, setting } from './home.ts'
import { correlated, tell, warn } from './telemetry.ts'

/** Uploads that tell which request was given which ticket: the id in its key is that of all that follows. */
class ToldUploads extends AwsUploads {
  override async address(key: string, request: UploadRequest, now: Date) {
    tell('ticket', { upload: key.split('/')[1] })
    return super.address(key, request, now)
  }
}

/** Lambda answers six megabytes, of which bytes that are no text take a third more for base64. */
const REPLY_LIMIT = 4 * 2 ** 20

const { SIGN_IN_ISSUER: issuer, SIGN_IN_CLIENT: clientId, SIGN_IN_AUDIENCE: audience } = process.env
const provider = issuer && clientId && audience ? { issuer, clientId, audience } : undefined

// The API sends to the read step only what is to be done again: that waits in a lane of its own.
const read = new Detour(queue<ReadJob>('READ_QUEUE'), queue<ReadJob>('REANALYSE_QUEUE'))

const answer = handle(
  createApi({
    ...home,
    queues: { ...home.queues, read },
    uploads: new ToldUploads(s3, setting('UPLOADS')),
    replyLimit: REPLY_LIMIT,
    address: (key, answered) => download(s3, setting('UPLOADS'), key, answered),
    ...(provider && { signIn: provider }),
    now: () => new Date(),
    version: engine.version,
    report: (error) => warn('unexpected', error),
  }),
)

/** The HTTP API: the same app as on one machine, over the cloud's home. */
export const handler = (event: LambdaEvent & APIGatewayProxyEventV2) =>
  correlated(event.requestContext.requestId, () => answer(event))
