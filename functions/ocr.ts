import { steps } from '../lib/pipeline/deliver.ts'
import type { OcrJob } from '../lib/pipeline/home.ts'
import { finishing, recognising } from '../lib/pipeline/recognising.ts'
import { handlerOf } from './batch.ts'

/** Recognises a range of scanned pages, and puts the document together where it was the last. */
export const handler = handlerOf({
  step: steps.ocr,
  workbench: { recognise: recognising, finish: finishing },
  jobs: (body) => [body as OcrJob],
})
