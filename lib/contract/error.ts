import * as z from 'zod'

/** Stable codes of everything that can go wrong for a user, with the HTTP status they travel under. */
export const ERROR_CODES = {
  FILE_EMPTY: 422,
  FILE_TOO_LARGE: 413,
  TYPE_UNSUPPORTED: 415,
  PDF_ENCRYPTED: 422,
  PDF_DAMAGED: 422,
  OFFICE_ENCRYPTED: 422,
  OFFICE_DAMAGED: 422,
  ARCHIVE_UNSAFE: 422,
  TOO_MANY_PAGES: 422,
  NO_TEXT: 422,
  PAGE_TOO_LARGE: 422,
  IMAGE_DAMAGED: 422,
  OCR_DATA_MISSING: 500,
  PATH_NOT_FOUND: 404,
  PATH_UNREADABLE: 403,
  DOCUMENT_NOT_FOUND: 404,
  TEXT_NOT_FOUND: 404,
  PAGE_NOT_FOUND: 404,
  WORDS_NOT_FOUND: 404,
  DOCUMENT_BUSY: 409,
  MUNICIPALITY_UNKNOWN: 404,
  MUNICIPALITY_AMBIGUOUS: 400,
  CONCEPT_UNKNOWN: 404,
  GOLD_INVALID: 422,
  ROUTE_UNKNOWN: 404,
  CURSOR_INVALID: 400,
  REQUEST_INVALID: 400,
  HOST_REFUSED: 403,
  ORIGIN_REFUSED: 403,
  API_UNREACHABLE: 502,
  PORT_BUSY: 500,
  DATA_BUSY: 500,
  TIMEOUT: 504,
  UNEXPECTED: 500,
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** A trouble that a user can be told of: a stable code and a sentence that says what to do. */
export class StratlasError extends Error {
  override readonly name = 'StratlasError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** RFC 9457 problem details, as the API answers errors. */
export const ProblemDetails = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string() })
  .meta({ id: 'ProblemDetails' })
export type ProblemDetails = z.infer<typeof ProblemDetails>
