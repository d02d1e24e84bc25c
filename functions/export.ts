import { type ExportJob, writeSlice } from '../lib/pipeline/dataset.ts'
import { handlerOf } from './batch.ts'
import { queue } from './home.ts'

const exports = queue<ExportJob>('EXPORT_QUEUE')

/** Writes a slice of the data set as Parquet files and asks for the next one, until all is written. */
export const handler = handlerOf<ExportJob>({
  step: {
    async run(context, job) {
      const next = await writeSlice(context, job)
      if (next) await exports.send(next)
    },
  },
  jobs: (body) => [body as ExportJob],
})
