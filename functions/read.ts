import { steps } from '../lib/pipeline/deliver.ts'
import { reading } from '../lib/pipeline/reading.ts'
import { jobsIn } from './announcement.ts'
import { handlerOf } from './batch.ts'

/** Reads uploaded files into text: on the bucket's announcement of an upload, or on a job of our own for a re-analysis. */
export const handler = handlerOf({ step: steps.read, workbench: { read: reading }, jobs: jobsIn })
