import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Context, Workbench } from '../lib/pipeline/context.ts'
import { deliver, type Step } from '../lib/pipeline/deliver.ts'
import { home } from './home.ts'
import { meter } from './meter.ts'
import { CORRELATION, correlated, count, tell, warn } from './telemetry.ts'

const processor = new BatchProcessor(EventType.SQS)

/** The work of a function: a step, the tools that it needs, and the jobs that a message's body asks for, usually one. */
export interface Work<Job> {
  readonly step: Step<Job>
  /** A function carries only the half of the workbench that its step uses: the rest would cost it its start. */
  readonly workbench?: Partial<Workbench>
  jobs(body: unknown): readonly Job[]
}

const elsewhere = () => Promise.reject(new Error('This is the work of another function.'))

/**
 * Works off the messages of an event, each by itself: those that throw are answered as failures and come again, the
 * others are done.
 */
export function handlerOf<Job>({ step, workbench, jobs }: Work<Job>): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const tools = { read: elsewhere, recognise: elsewhere, finish: elsewhere, analyse: elsewhere, ...workbench }
  const context: Context = { ...home, workbench: tools, now: () => new Date() }
  const run = async (record: SQSRecord) => {
    const attempts = Number(record.attributes.ApproximateReceiveCount)
    for (const body of jobs(JSON.parse(record.body))) await deliver(context, step, { body, attempts })
  }
  const told = (record: SQSRecord) => correlated(idOf(record), () => tellOf(record, run))
  return (event) => processPartialResponse(event, told, processor, { throwOnFullBatchFailure: false })
}

async function tellOf(record: SQSRecord, run: (record: SQSRecord) => Promise<void>): Promise<void> {
  const facts = { delivery: record.messageId, attempts: Number(record.attributes.ApproximateReceiveCount) }
  const cost = meter()
  try {
    await run(record)
    tell('done', facts)
  } catch (error) {
    warn('comes again', error, facts)
    count('Retries', 1)
    throw error
  } finally {
    count('MicroUSD', Math.round(cost() * 1e6))
  }
}

/** Keys in announcements are form-encoded, and may be so with their slashes. */
const UPLOAD = /uploads(?:\/|%2F)([0-9a-f-]{36})(?:\/|%2F)/i

/** The id that came with a message; that of the upload which a bucket announces; or that of the message itself. */
const idOf = ({ messageAttributes, body, messageId }: SQSRecord): string =>
  messageAttributes[CORRELATION]?.stringValue ?? UPLOAD.exec(body)?.[1] ?? messageId
