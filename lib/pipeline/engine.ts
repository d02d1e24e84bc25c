import packageJson from '../../package.json' with { type: 'json' }
import lists from '../data/lists.json' with { type: 'json' }

/** What analysed a document: the version of the code and a hash of all lists, so that a record can be reproduced. */
export const engine: { readonly version: string; readonly lists: string } = {
  version: String((packageJson as { version?: unknown }).version),
  lists: String(lists),
}

/** What says which code and lists made the data, in one word: `0.1.0+sha256-…`. */
export const versionOf = ({ version, lists }: typeof engine): string => `${version}+${lists}`
