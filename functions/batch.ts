import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Context, deliver, inProcess, type Step } from '../lib/pipeline/index.ts'
import { home } from './home.ts'

const context: Context = { ...home, workbench: inProcess, now: () => new Date() }

/**
 * Works off the messages of one event, each by itself: those that throw are answered as failures and come again, the
 * others are done. `jobs` tells what a message's body asks for; usually one job.
 */
export async function work<Job>(
  step: Step<Job>,
  { Records }: SQSEvent,
  jobs: (body: unknown) => readonly Job[],
): Promise<SQSBatchResponse> {
  const outcomes = await Promise.all(Records.map((record) => once(step, record, jobs)))
  return { batchItemFailures: outcomes.filter((id) => id !== undefined).map((itemIdentifier) => ({ itemIdentifier })) }
}

async function once<Job>(
  step: Step<Job>,
  record: SQSRecord,
  jobs: (body: unknown) => readonly Job[],
): Promise<string | undefined> {
  const attempts = Number(record.attributes.ApproximateReceiveCount)
  try {
    for (const body of jobs(JSON.parse(record.body))) await deliver(context, step, { body, attempts })
    return undefined
  } catch (error) {
    // The words of documents never reach a log: only the name and the message of our own error do.
    console.error(
      JSON.stringify({
        message: record.messageId,
        attempts,
        error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      }),
    )
    return record.messageId
  }
}
