import type { Reader } from './reader.ts'
import { headOf } from './signature.ts'

/**
 * A web page: its whole visible text, what is not the article marked as boilerplate. Nothing in it is run or fetched.
 * The title is the heading of the article, or what the page says of itself (`og:title`, `<title>`).
 */
export const html: Reader = {
  name: 'html',
  mediaType: 'text/html',
  limit: 5 * 2 ** 20,
  recognises: (bytes) =>
    /^(?:ï»¿|ÿþ|þÿ)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|table|h1|p)[\s>]/iu.test(
      headOf(bytes, 4096),
    ),
  // The tools are opened when the first page needs them: a start has no use for them.
  read: async (bytes) => (await import('./page.ts')).readPage(bytes),
}
