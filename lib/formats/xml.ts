import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { StratlasError } from '../contract/index.ts'
import { damaged, unsafe } from './office.ts'

/** Elements inside each other at most. */
const DEEPEST = 256
/** Elements at most: five hundred pages have fewer. */
const MOST_ELEMENTS = 350_000

/** What is told of an XML part while it is walked through, in the order in which it is written. */
export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(words: string): void
}

/**
 * Walks through an XML part. No declaration of entities is obeyed, nothing outside is fetched.
 *
 * Throws ARCHIVE_UNSAFE for a document type, for elements too deep or too many; OFFICE_DAMAGED for what is no XML.
 */
export function walk(part: Uint8Array, listener: Listener): void {
  const parser = new SaxesParser({ position: false })
  let depth = 0
  let count = 0
  parser.on('doctype', () => {
    throw unsafe('it declares entities of its own')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw unsafe('its parts are nested too deeply')
    if (++count > MOST_ELEMENTS) throw unsafe('it has too many parts')
    listener.open?.(name, attributes as Record<string, SaxesAttributePlain['value']>)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close?.(name)
  })
  if (listener.text) parser.on('text', (words) => listener.text?.(words))
  parser.on('error', (error) => {
    throw damaged(error)
  })
  try {
    parser.write(textOf(part)).close()
  } catch (error) {
    throw error instanceof StratlasError ? error : damaged(error)
  }
}

/** XML is UTF-8 unless its byte order mark says UTF-16. */
function textOf(part: Uint8Array): string {
  const mark = Buffer.from(part.subarray(0, 2)).toString('hex')
  return new TextDecoder({ fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? 'utf-8').decode(part)
}
