import type { SQSEvent } from 'aws-lambda'
import { type ExtractJob, steps } from '../lib/pipeline/index.ts'
import { work } from './batch.ts'

/** Analyses the text of a document and keeps its record and findings. */
export const handler = (event: SQSEvent) => work(steps.extract, event, (body) => [body as ExtractJob])
