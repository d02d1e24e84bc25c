import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Home, JobOf, Queues } from '../pipeline/home.ts'
import { MAX_RECEIVES } from '../pipeline/limits.ts'
import { LocalBlobs } from '../store/local/blobs.ts'
import { openDatabase } from '../store/local/database.ts'
import { LocalQueue } from '../store/local/queue.ts'
import { LocalStore } from '../store/local/store.ts'

/** A home on this machine: one SQLite file and a directory of blobs. */
export interface LocalHome extends Home {
  readonly queues: { readonly [Name in keyof Queues]: LocalQueue<JobOf<Name>> }
  /** Gives back what a process held that is no more: messages in flight and locks. For the one that works here now. */
  recover(): void
  close(): Promise<void>
}

/**
 * Opens a data directory, and makes it where it is missing: `stratlas.sqlite` and `blobs/`. Several processes may have
 * one open, of which one works.
 */
export function openHome(directory: string, now: () => Date = () => new Date()): LocalHome {
  mkdirSync(directory, { recursive: true })
  const database = openDatabase(join(directory, 'stratlas.sqlite'))
  const store = new LocalStore(database, now)
  const queue = <Name extends keyof Queues>(name: Name) =>
    new LocalQueue<JobOf<Name>>(database, { name, maxReceives: MAX_RECEIVES, now })
  const queues = { read: queue('read'), ocr: queue('ocr'), extract: queue('extract'), aggregate: queue('aggregate') }
  return {
    blobs: new LocalBlobs(join(directory, 'blobs')),
    store,
    queues,
    recover() {
      store.recover()
      for (const one of Object.values(queues)) one.recover()
    },
    close: () => store.close(),
  }
}
