import type { SQSEvent } from 'aws-lambda'
import { type AggregateJob, steps } from '../lib/pipeline/index.ts'
import { work } from './batch.ts'

/** Sums the findings of a municipality up into its edges and profile. */
export const handler = (event: SQSEvent) => work(steps.aggregate, event, (body) => [body as AggregateJob])
