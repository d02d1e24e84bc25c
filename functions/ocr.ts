import type { Workbench } from '../lib/pipeline/context.ts'
import { steps } from '../lib/pipeline/deliver.ts'
import type { OcrJob } from '../lib/pipeline/home.ts'
import { finishing, recognising } from '../lib/pipeline/recognising.ts'
import { handlerOf } from './batch.ts'
import { count } from './telemetry.ts'

/** Recognises, and counts the seconds that it takes: they are most of what a scan costs. */
const counted: Workbench['recognise'] = async (input) => {
  const start = performance.now()
  try {
    return await recognising(input)
  } finally {
    count('OcrSeconds', (performance.now() - start) / 1000)
  }
}

/** Recognises a range of scanned pages, and puts the document together where it was the last. */
export const handler = handlerOf({
  step: steps.ocr,
  workbench: { recognise: counted, finish: finishing },
  jobs: (body) => [body as OcrJob],
})
