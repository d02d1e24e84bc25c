import { sweep, underClaim } from './claim.ts'
import type { Context } from './context.ts'
import { analysisKey, getJson, putJson, type StoredReading, textKey } from './derived.ts'
import type { ExtractJob } from './home.ts'
import { outcomeOf } from './outcome.ts'
import { fail } from './read.ts'

/** Analyses the text of a revision, keeps the record and its findings, and has its municipalities aggregated. */
export async function extract(context: Context, job: ExtractJob): Promise<void> {
  const { blobs, store, queues, workbench } = context
  const document = await store.document(job.id)
  if (!document) return sweep(context, job.id)
  const file = await getJson<StoredReading>(blobs, textKey(job.id, job.revision))
  if (!file) return queues.read.send({ key: document.source.key, revision: job.revision })
  await underClaim(context, job, async (item) => {
    const source = { ...item.source, mediaType: file.mediaType, reader: file.reader }
    const { record, findings } = await workbench.analyse({ ...file, source })
    const { text: _, ...kept } = record
    await putJson(blobs, analysisKey(job.id, job.revision), kept)
    return { outcome: outcomeOf(record), findings }
  })
}

/** Writes onto the document of a job that it failed, and why. */
export const abandonExtract = (context: Context, job: ExtractJob, error: unknown): Promise<void> =>
  fail(context, job, error)
