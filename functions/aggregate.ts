import { steps } from '../lib/pipeline/deliver.ts'
import type { AggregateJob } from '../lib/pipeline/home.ts'
import { handlerOf } from './batch.ts'

/** Sums the findings of a municipality up into its edges and profile. */
export const handler = handlerOf({ step: steps.aggregate, jobs: (body) => [body as AggregateJob] })
