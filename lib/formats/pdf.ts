import type { Reader } from './reader.ts'
import { headOf } from './signature.ts'

/** PDF, page by page: a broken page never costs the others. Pages without a usable text layer are left to be recognised. */
export const pdf: Reader = {
  name: 'pdf',
  mediaType: 'application/pdf',
  limit: 50 * 2 ** 20,
  recognises: (bytes) => headOf(bytes, 1024).includes('%PDF-'),
  // The tools are opened when the first file needs them: a start has no use for them.
  read: async (bytes) => (await import('./pdf-pages.ts')).readPdf(bytes),
}
