import { randomUUID } from 'node:crypto'
import { isFinished } from '../store/document.ts'
import type { DocumentItem, Finding, Claim as Hold, Outcome } from '../store/index.ts'
import type { Context } from './context.ts'
import { derivedPrefix } from './derived.ts'
import type { ExtractJob, Home } from './home.ts'
import { LOCK_SECONDS } from './limits.ts'

/** Thrown where another worker holds the document: the job is to come again after so many seconds. */
export class Busy extends Error {
  override readonly name = 'Busy'
  readonly seconds: number

  constructor(seconds: number) {
    super(`Another worker is on this document for up to ${seconds} s.`)
    this.seconds = seconds
  }
}

/** What is to be written onto a document, and what it says about municipalities. */
export interface Result {
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
}

/**
 * The write protocol: claim the revision, work, replace the findings, finish on condition that the claim still holds,
 * then have the municipalities aggregated. Each part may be repeated, so a replay after a break at any point completes
 * the job, and whoever comes late writes nothing that counts. Throws Busy where another worker is on it.
 */
export async function underClaim(
  context: Context,
  job: ExtractJob,
  work: (item: DocumentItem) => Promise<Result>,
): Promise<void> {
  const claim = { id: job.id, revision: job.revision, owner: randomUUID() }
  if ((await context.store.claim(claim, LOCK_SECONDS)) && (await workOn(context, claim, work))) return
  await giveWay(context, job)
}

async function workOn(context: Context, claim: Hold, work: (item: DocumentItem) => Promise<Result>): Promise<boolean> {
  const { store } = context
  try {
    const item = await store.document(claim.id)
    if (!item) return false
    const { findings, outcome } = await work(item)
    const touched = await store.replaceFindings(claim, findings)
    if (!touched || !(await store.finish(claim, outcome))) return false
    await announce(context, touched)
    return true
  } catch (error) {
    // The next try need not wait for the lock to run out; if this fails too, it has to.
    await store.claim(claim, 0).catch(() => undefined)
    throw error
  }
}

/** Has municipalities aggregated. */
export async function announce({ queues }: Home, municipalities: readonly string[]): Promise<void> {
  for (const municipality of municipalities) await queues.aggregate.send({ municipality })
}

/** What remains to be done for a job that is not, or no longer, this worker's. */
async function giveWay(context: Context, { id, revision }: ExtractJob): Promise<void> {
  const item = await context.store.document(id)
  if (!item) await sweep(context, id)
  else if (item.revision === revision && isFinished(item)) await announce(context, item.touched)
  else if (item.revision === revision) throw new Busy(secondsLeft(item, context.now()))
}

/** Deletes what was derived from a document that has been removed meanwhile. */
export async function sweep({ blobs }: Home, id: string): Promise<void> {
  for await (const key of blobs.list(derivedPrefix(id))) await blobs.delete(key)
}

const secondsLeft = ({ lockedUntil }: DocumentItem, now: Date): number =>
  lockedUntil === null ? 1 : Math.max(1, Math.ceil((Date.parse(lockedUntil) - now.getTime()) / 1000))
