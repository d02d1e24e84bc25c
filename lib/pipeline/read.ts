import type { FileReading, Unread } from '../formats/index.ts'
import { isUnread } from '../formats/part.ts'
import { isFinished } from '../store/document.ts'
import { arrive, vacate } from './arrive.ts'
import { announce, underClaim } from './claim.ts'
import type { Context } from './context.ts'
import { draftKey, putJson, putReading } from './derived.ts'
import type { ExtractJob, ReadJob } from './home.ts'
import { failure, isPermanent } from './outcome.ts'
import { rangesOf } from './ranges.ts'
import { sourceOf } from './receive.ts'

/**
 * Reads the bytes under a key into the text of their document and has it extracted. A file that cannot be read ends as
 * `failed` with the reader's reason. Documents that are done or newer are left alone; those whose bytes were replaced or
 * taken away under their last key are removed.
 */
export async function read(context: Context, job: ReadJob): Promise<void> {
  const { blobs, queues, workbench } = context
  const bytes = await blobs.get(job.key)
  if (!bytes) return gone(context, job)
  const open = await openFor(context, job, bytes)
  if (!open) return
  let file: FileReading | Unread
  try {
    file = await workbench.read(bytes)
  } catch (error) {
    if (!isPermanent(error)) throw error
    return fail(context, open, error)
  }
  if (isUnread(file)) return askForPages(context, open, file)
  await putReading(blobs, open, file)
  await queues.extract.send(open)
}

const gone = async (context: Context, { key, order }: ReadJob): Promise<void> =>
  order === undefined ? undefined : vacate(context, key, order)

/** Keeps what is read so far, and has the scanned pages recognised, some by each job. */
async function askForPages({ blobs, queues }: Context, open: ExtractJob, file: Unread): Promise<void> {
  await putJson(blobs, draftKey(open), file)
  for (const pages of rangesOf(file.draft)) await queues.ocr.send({ ...open, pages })
}

/** Writes onto the document of a job that it failed, and why. */
export async function abandonRead(context: Context, job: ReadJob, error: unknown): Promise<void> {
  const bytes = await context.blobs.get(job.key)
  if (!bytes) return gone(context, job)
  const open = await openFor(context, job, bytes)
  if (open) await fail(context, open, error)
}

/** Ends a revision as failed with the reason, its earlier claims withdrawn. */
export const fail = (context: Context, job: ExtractJob, error: unknown): Promise<void> =>
  underClaim(context, job, async () => ({ outcome: failure(error), findings: [] }))

/** The revision that the job asks for, recorded and open; undefined where there is nothing to do on it. */
async function openFor(context: Context, job: ReadJob, bytes: Uint8Array): Promise<ExtractJob | undefined> {
  const { store } = context
  const { key, order, revision = 1 } = job
  const { item, isLast } = await arrive(context, sourceOf(key, bytes, context.now()), order)
  const { id } = item
  if (!isLast) return undefined
  if (item.revision < revision) return (await store.reopen(id, revision)) ? { id, revision } : undefined
  if (item.revision > revision) return undefined
  if (!isFinished(item)) return { id, revision }
  await announce(context, item.touched)
  return undefined
}
