import * as z from 'zod'

/** Largest file that any reader takes: 50 MiB. A format may take less. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024

/** Media types that can be read, to offer in a file dialog. What a file is, is told by its content. */
export const UPLOAD_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/vnd.oasis.opendocument.text',
  'application/rtf',
  'text/html',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/tiff',
] as const

/** `POST /v1/uploads`: what is to be uploaded. */
export const UploadRequest = z
  .object({
    name: z.string().min(1).max(255).describe('File name, for people only: the format is told by content'),
    bytes: z.int().nonnegative(),
    mediaType: z.string().max(200).optional(),
  })
  .meta({ id: 'UploadRequest' })

/**
 * Where and how to upload one file: send a `multipart/form-data` POST to `url` with all `fields` in their order and
 * then the file as `file`. In the shape of an S3 presigned POST; the id of the document follows from its bytes.
 */
export const UploadTicket = z
  .object({
    url: z.string(),
    method: z.literal('POST'),
    fields: z.record(z.string(), z.string()),
    file: z.literal('file').describe('Name of the form field that holds the file; it must be the last'),
    limits: z.object({ bytes: z.int().positive(), mediaTypes: z.array(z.string()) }),
    expiresAt: z.string(),
    document: z
      .string()
      .describe('Where the document will be: {id} stands for the first 20 hex digits of the SHA-256 of its bytes'),
  })
  .meta({ id: 'UploadTicket' })

/** `POST /v1/uploads/content`, on one machine: the file is stored and waits to be read. */
export const UploadReceipt = z
  .object({
    id: z.string(),
    isNew: z.boolean().describe('False where these very bytes were known already'),
    document: z.string().describe("Path of the document's record"),
  })
  .meta({ id: 'UploadReceipt' })

export type UploadRequest = z.infer<typeof UploadRequest>
export type UploadTicket = z.infer<typeof UploadTicket>
export type UploadReceipt = z.infer<typeof UploadReceipt>
