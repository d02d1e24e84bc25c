import type { Home } from '../pipeline/home.ts'
import type { Uploads } from '../store/uploads.ts'

/** What the API works with: a home for the data, a way in for files, a clock, and the version it reports. */
export interface Services extends Home {
  readonly uploads: Uploads
  now(): Date
  readonly version: string
  /** Told of errors that no user caused; they go to the console where it is missing. */
  report?(error: unknown): void
}
