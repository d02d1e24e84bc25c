import type { SignInProvider } from '../contract/index.ts'
import type { Home } from '../pipeline/home.ts'
import type { Uploads } from '../store/uploads.ts'

/** How a file is answered from its own address. */
export interface FileHeaders {
  readonly mediaType: string
  readonly disposition: string
}

/** What the API works with: a home for the data, a way in for files, a clock, and the version it reports. */
export interface Services extends Home {
  readonly uploads: Uploads
  now(): Date
  readonly version: string
  /** Bytes that one reply may have. Where it is missing a reply is a stream of any length. */
  readonly replyLimit?: number
  /** A short-lived address of a stored file, for those beyond the limit. */
  address?(key: string, headers: FileHeaders): Promise<string>
  /** How the page signs people in; missing where it does not. */
  readonly signIn?: SignInProvider
  /** Told of errors that no user caused; they go to the console where it is missing. */
  report?(error: unknown): void
}
