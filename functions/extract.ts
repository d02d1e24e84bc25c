import { analysis } from '../lib/pipeline/analysis.ts'
import { steps } from '../lib/pipeline/deliver.ts'
import type { ExtractJob } from '../lib/pipeline/home.ts'
import { handlerOf } from './batch.ts'

/** Analyses the text of a document and keeps its record and findings. */
export const handler = handlerOf({
  step: steps.extract,
  workbench: { analyse: analysis },
  jobs: (body) => [body as ExtractJob],
})
