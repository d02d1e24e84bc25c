import type { UploadRequest, UploadTicket } from '../contract/index.ts'

/** Where a file may be sent: address, form fields that must come before it, and until when. */
export type UploadAddress = Pick<UploadTicket, 'url' | 'fields' | 'expiresAt'>

/** The way in for files. In the cloud they go to storage directly, on one machine to the API itself. */
export interface Uploads {
  /** True where the API takes the file itself, at `POST /v1/uploads/content`. */
  readonly here: boolean
  /** An address to which one file can be sent that will be kept under `key`. */
  address(key: string, request: UploadRequest, now: Date): Promise<UploadAddress>
}

/** Seconds for which an address may be used. */
export const UPLOAD_SECONDS = 900

/** Time at which an address given out now runs out. */
export const expiry = (now: Date): string => new Date(now.getTime() + UPLOAD_SECONDS * 1000).toISOString()
