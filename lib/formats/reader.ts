import type { Problem } from '../contract/index.ts'
import type { Reading } from '../text/index.ts'
import type { Draft } from './part.ts'

/** One format: how to know its bytes, how large a file may be, and how to read it. */
export interface Reader {
  /** Name in `source.reader`: pdf, html, plain, … */
  readonly name: string
  readonly mediaType: string
  /** Largest file in bytes. */
  readonly limit: number
  /** Does the file begin like this format? Told by content, never by name. */
  recognises(bytes: Uint8Array): boolean
  /**
   * Throws a StratlasError where nothing can be read; a page or part that fails is a problem beside the rest. What has
   * pages, of which some may have to be recognised first, is answered as a draft.
   */
  read(bytes: Uint8Array): Promise<(Reading & { readonly problems: readonly Problem[] }) | Draft>
}
