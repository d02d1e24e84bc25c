import type { S3Event } from 'aws-lambda'
import type { ReadJob } from '../lib/pipeline/index.ts'

/** What changes under a key: bytes are put there, or taken away. */
const CHANGE = /^Object(?:Created|Removed):/

/** Jobs in a message: S3 announces in its own form, with form-encoded keys, after one `s3:TestEvent` that asks for nothing. */
export function jobsIn(body: unknown): ReadJob[] {
  const { Records = [], ...job } = body as Partial<S3Event> & Partial<ReadJob>
  if (job.key !== undefined) return [{ ...job, key: job.key }]
  return Records.filter(({ eventName }) => CHANGE.test(eventName)).map(({ s3: { object } }) => ({
    key: decodeURIComponent(object.key.replace(/\+/gu, ' ')),
    order: object.sequencer,
  }))
}
