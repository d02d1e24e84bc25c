import { StratlasError } from '../contract/index.ts'

/** Largest office document: 25 MiB. */
export const OFFICE_LIMIT = 25 * 2 ** 20

/** The document is damaged: it was cut off, or is not what its beginning says. */
export const damaged = (cause?: unknown): StratlasError =>
  new StratlasError(
    'OFFICE_DAMAGED',
    'The document is damaged or was cut off. Download it again or save it anew, then upload it.',
    { cause },
  )

/** The document can be opened with a password only. */
export const encrypted = (): StratlasError =>
  new StratlasError('OFFICE_ENCRYPTED', 'The document is protected with a password. Upload an unlocked copy.')

/** The document unpacks, nests or refers to itself in a way that no office program writes. */
export const unsafe = (what: string, cause?: unknown): StratlasError =>
  new StratlasError(
    'ARCHIVE_UNSAFE',
    `The file was not opened: ${what}. Open it in an office program, save it anew and upload that.`,
    { cause },
  )
