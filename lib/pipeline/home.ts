import type { Blobs, Queue, Store } from '../store/index.ts'

/** Something changed under a key: bytes arrived or are gone. `revision` above 1 asks for a re-analysis. */
export interface ReadJob {
  readonly key: string
  /** Tells which of several changes under a key is the last. Missing where nothing has changed. */
  readonly order?: string
  readonly revision?: number
}

/** The text of a revision is there to be analysed. */
export interface ExtractJob {
  readonly id: string
  readonly revision: number
}

/** Scanned pages of a revision are to be recognised. */
export interface OcrJob extends ExtractJob {
  /** Their numbers, in order, with no other scanned page between them. */
  readonly pages: readonly number[]
}

/** Findings of a municipality have changed. */
export interface AggregateJob {
  readonly municipality: string
}

/** What travels in each queue. */
interface Jobs {
  readonly read: ReadJob
  readonly ocr: OcrJob
  readonly extract: ExtractJob
  readonly aggregate: AggregateJob
}
export type JobOf<Name extends keyof Jobs> = Jobs[Name]

/** A queue before each step. */
export type Queues = { readonly [Name in keyof Jobs]: Queue<Jobs[Name]> }

/** Where an installation keeps everything: on this machine or in the cloud. */
export interface Home {
  readonly blobs: Blobs
  readonly store: Store
  readonly queues: Queues
}
