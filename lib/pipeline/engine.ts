import { createHash } from 'node:crypto'
import packageJson from '../../package.json' with { type: 'json' }
import { locales } from '../locales/index.ts'

/** What analysed a document: the version of the code and a hash of the word lists, so that a record can be reproduced. */
export const engine: { readonly version: string; readonly lists: string } = {
  version: String((packageJson as { version?: unknown }).version),
  lists: `sha256-${createHash('sha256')
    .update(JSON.stringify(locales.map((locale) => locale.lists)))
    .digest('hex')
    .slice(0, 16)}`,
}
