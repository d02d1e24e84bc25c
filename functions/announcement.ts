import type { S3Event } from 'aws-lambda'
import type { ReadJob } from '../lib/pipeline/index.ts'

/** Jobs in a message: S3 announces in its own form, with form-encoded keys, after one `s3:TestEvent` that asks for nothing. */
export function jobsIn(body: unknown): ReadJob[] {
  const { key, revision, Records = [] } = body as Partial<ReadJob> & Partial<S3Event>
  if (key !== undefined) return [{ key, ...(revision !== undefined && { revision }) }]
  return Records.filter(({ eventName }) => eventName.startsWith('ObjectCreated:')).map(({ s3 }) => ({
    key: decodeURIComponent(s3.object.key.replace(/\+/gu, ' ')),
  }))
}
