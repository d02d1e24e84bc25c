import { randomUUID } from 'node:crypto'
import { UPLOAD_LIMIT } from '../contract/index.ts'
import { expiry, type Uploads } from '../store/uploads.ts'

/** Uploads to the API itself. */
export const localUploads: Uploads = {
  here: true,
  address: async (key, _request, now) => ({ url: '/v1/uploads/content', fields: { key }, expiresAt: expiry(now) }),
}

const NAME_LENGTH = 120
const KEY = /^uploads\/[0-9a-f-]{36}\/[\p{L}\p{M}\p{N} ._()+-]+$/u

/** A new key for a file: a folder of its own, and a name that people recognise: `uploads/<uuid>/strategija.pdf`. */
export function uploadKey(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const safe = base.replace(/[^\p{L}\p{M}\p{N} ._()+-]+/gu, '_').replace(/^[. ]+/u, '')
  const characters = [...safe]
  return `uploads/${randomUUID()}/${characters.slice(-NAME_LENGTH).join('') || 'document'}`
}

/** Is this a key that `uploadKey` makes? Only such are written to. */
export const isUploadKey = (key: string): boolean => KEY.test(key) && key.length <= 200 && !key.includes('/.')

/** The name in a key: `uploads/…/strategija.pdf` → `strategija.pdf`. */
export const nameInKey = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** Largest body of a form with a file of the largest size: the file, the fields and the boundaries. */
export const FORM_LIMIT = UPLOAD_LIMIT + 64 * 1024
