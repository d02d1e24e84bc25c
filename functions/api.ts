import { handle } from 'hono/aws-lambda'
import { createApi } from '../lib/api/index.ts'
import { engine } from '../lib/pipeline/engine.ts'
import { AwsUploads } from '../lib/store/aws/uploads.ts'
import { home, s3, setting } from './home.ts'

/** The HTTP API: the same app as on one machine, over the cloud's home. */
export const handler = handle(
  createApi({
    ...home,
    uploads: new AwsUploads(s3, setting('UPLOADS')),
    now: () => new Date(),
    version: engine.version,
  }),
)
