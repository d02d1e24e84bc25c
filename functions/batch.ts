import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Context, deliver, inProcess, type Step } from '../lib/pipeline/index.ts'
import { home } from './home.ts'
import { CORRELATION, correlated, count, tell, warn } from './telemetry.ts'

const context: Context = { ...home, workbench: inProcess, now: () => new Date() }
const processor = new BatchProcessor(EventType.SQS)

/** What a step makes of a message: the jobs that its body asks for, usually one. */
type Jobs<Job> = (body: unknown) => readonly Job[]

/**
 * Works off the messages of one event, each by itself: those that throw are answered as failures and come again, the
 * others are done.
 */
export const work = <Job>(step: Step<Job>, event: SQSEvent, jobs: Jobs<Job>): Promise<SQSBatchResponse> =>
  processPartialResponse(
    event,
    (record: SQSRecord) => correlated(idOf(record), () => once(step, record, jobs)),
    processor,
    { throwOnFullBatchFailure: false },
  )

async function once<Job>(step: Step<Job>, record: SQSRecord, jobs: Jobs<Job>): Promise<void> {
  const attempts = Number(record.attributes.ApproximateReceiveCount)
  const facts = { delivery: record.messageId, attempts }
  try {
    for (const body of jobs(JSON.parse(record.body))) await deliver(context, step, { body, attempts })
    tell('done', facts)
  } catch (error) {
    warn('comes again', error, facts)
    count('Retries', 1)
    throw error
  }
}

/** Keys in announcements are form-encoded, and may be so with their slashes. */
const UPLOAD = /uploads(?:\/|%2F)([0-9a-f-]{36})(?:\/|%2F)/i

/** The id that came with a message; that of the upload which a bucket announces; or that of the message itself. */
const idOf = ({ messageAttributes, body, messageId }: SQSRecord): string =>
  messageAttributes[CORRELATION]?.stringValue ?? UPLOAD.exec(body)?.[1] ?? messageId
