import type { SQSEvent } from 'aws-lambda'
import { steps } from '../lib/pipeline/index.ts'
import { jobsIn } from './announcement.ts'
import { work } from './batch.ts'

/** Reads uploaded files into text: on the bucket's announcement of an upload, or on a job of our own for a re-analysis. */
export const handler = (event: SQSEvent) => work(steps.read, event, jobsIn)
