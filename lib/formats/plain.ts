import { StratlasError } from '../contract/index.ts'
import { normalize } from '../text/index.ts'
import { decode } from './encoding.ts'
import type { Reader } from './reader.ts'
import { nameOf } from './signature.ts'

/** Plain text in any encoding that Serbian and Polish texts come in. Takes whatever is text and no other format. */
export const plain: Reader = {
  name: 'plain',
  mediaType: 'text/plain',
  limit: 10 * 2 ** 20,
  recognises: (bytes) => nameOf(bytes) === undefined && decode(bytes.subarray(0, SAMPLE)) !== undefined,
  async read(bytes) {
    const text = decode(bytes)
    if (text === undefined)
      throw new StratlasError(
        'TYPE_UNSUPPORTED',
        'This file begins as text but goes on as something else. Save it as text again.',
      )
    if (hasMore(text, MOST_LINES))
      throw new StratlasError('TOO_MANY_PAGES', `The text has over ${MOST_LINES} lines. Split it.`)
    return { text: normalize(text), pages: [], marks: [], problems: [] }
  },
}

const SAMPLE = 2 ** 16
/** More lines than two thousand pages have. */
const MOST_LINES = 200_000

/** Has the text more line ends than so many? */
function hasMore(text: string, most: number): boolean {
  let count = 0
  for (const _ of text.matchAll(/\r\n?|\n/gu)) if (++count > most) return true
  return false
}
