import type { Unread } from '../formats/index.ts'
import { failedPage, type PagePart, picturesOf } from '../formats/part.ts'
import { isFinished } from '../store/document.ts'
import { announce, sweep } from './claim.ts'
import type { Context } from './context.ts'
import { draftKey, getJson, isIn, pagesKey, pagesPrefix, putJson, putReading, textKey } from './derived.ts'
import type { OcrJob } from './home.ts'
import { isPermanent } from './outcome.ts'
import { knownOf } from './ranges.ts'
import { fail } from './read.ts'

/**
 * Recognises a range of pages of a document. Each range is a blob of its own, so that ranges may end in any order and come
 * any number of times: whoever finds all of them there puts the document together and has it extracted.
 */
export async function ocr(context: Context, job: OcrJob): Promise<void> {
  const { blobs, workbench } = context
  const open = await openFor(context, job)
  if (!open) return
  const { unread, key } = open
  if (!(await blobs.get(pagesKey(job)))) {
    const bytes = await blobs.get(key)
    if (!bytes) return
    const scan = { bytes, reader: unread.reader, pages: job.pages, known: knownOf(unread.draft) }
    try {
      await keep(context, job, await workbench.recognise(scan))
    } catch (error) {
      if (!isPermanent(error)) throw error
      return giveUp(context, job, unread)
    }
  }
  await join(context, job, unread)
}

/** Gives up on the pages of a job, but tries each by itself before: one that breaks everything costs no other. */
export async function abandonOcr(context: Context, job: OcrJob): Promise<void> {
  const open = await openFor(context, job)
  if (open) await giveUp(context, job, open.unread)
}

/** The draft of the revision that a job is for, and where its file is; undefined where there is nothing to do on it. */
async function openFor(context: Context, job: OcrJob): Promise<{ unread: Unread; key: string } | undefined> {
  const { blobs, store, queues } = context
  const document = await store.document(job.id)
  if (!document) await sweep(context, job.id)
  if (document?.revision !== job.revision) return undefined
  const { key } = document.source
  if (isFinished(document)) await announce(context, document.touched)
  else {
    const unread = await getJson<Unread>(blobs, draftKey(job))
    if (unread) return { unread, key }
    await queues.read.send({ key, revision: job.revision })
  }
  return undefined
}

async function giveUp(context: Context, job: OcrJob, unread: Unread): Promise<void> {
  const [page, ...others] = job.pages
  if (page === undefined) return
  if (others.length > 0) {
    for (const one of job.pages) await context.queues.ocr.send({ ...job, pages: [one] })
    return
  }
  const message = `Page ${page} could not be read in its picture; the others were.`
  await keep(context, job, [failedPage(page, { code: 'PAGE_FAILED', message })])
  await join(context, job, unread)
}

async function keep(context: Context, job: OcrJob, pages: readonly PagePart[]): Promise<void> {
  await putJson(context.blobs, pagesKey(job), pages)
  // Where the document was removed meanwhile, it was swept before this was there.
  if (!(await context.store.document(job.id))) await sweep(context, job.id)
}

/** Puts the document together, once all its pages are there. Done twice it comes to the same. */
async function join(context: Context, job: OcrJob, unread: Unread): Promise<void> {
  const { blobs, queues, workbench } = context
  const { id, revision } = job
  const keys = await Array.fromAsync(blobs.list(pagesPrefix(job)))
  if (!picturesOf(unread.draft).every((page) => keys.some((key) => isIn(key, page)))) return
  if (!(await blobs.get(textKey(id, revision)))) {
    const ranges = await Promise.all(keys.map((key) => getJson<PagePart[]>(blobs, key)))
    try {
      const pages = ranges.flatMap((range) => range ?? [])
      await putReading(blobs, { id, revision }, await workbench.finish({ unread, pages }))
    } catch (error) {
      if (!isPermanent(error)) throw error
      return fail(context, { id, revision }, error)
    }
  }
  await queues.extract.send({ id, revision })
}
