import { isCompound, openCompound } from './compound.ts'
import { Flow } from './flow.ts'
import { damaged, encrypted, OFFICE_LIMIT } from './office.ts'
import type { Reader } from './reader.ts'

const DOCUMENT = 'WordDocument'
/** Stream of an OOXML document with a password: [MS-OFFCRYPTO] 2.3.4.4. */
const PACKAGE = 'EncryptedPackage'
/** Bit `fEncrypted` at 10 of the head of a Word document: [MS-DOC] 2.5.2. */
const ENCRYPTED = 0x0100

/**
 * Word documents of 97 to 2003 (DOC). Rows of tables are told, headings and lists are not: they are known by their
 * shapes. A newer document under a password is a file of this kind too.
 */
export const doc: Reader = {
  name: 'doc',
  mediaType: 'application/msword',
  limit: OFFICE_LIMIT,
  recognises: (bytes) => isCompound(bytes) && [DOCUMENT, PACKAGE].some((name) => names(bytes, name)),
  async read(bytes) {
    const file = openCompound(bytes)
    if (file.names.has(PACKAGE)) throw encrypted()
    const head = file.headOf(DOCUMENT)
    if (!head || head.length < 12) throw damaged()
    if (head.readUInt16LE(10) & ENCRYPTED) throw encrypted()
    const flow = new Flow()
    for (const text of await textsOf(bytes)) readLines(text, flow)
    return flow.reading()
  },
}

/** Is the name of a stream written in the directory, wherever that is? */
const names = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

/** The body, its text boxes and its notes. Quotes and dashes stay as they are written. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  // Opened when the first file needs it: a start has no use for it.
  const { default: WordExtractor } = await import('word-extractor')
  const options = { filterUnicode: false, includeHeadersAndFooters: false }
  try {
    const word = await new WordExtractor().extract(Buffer.from(bytes))
    return [word.getBody(options), word.getTextboxes(options), word.getFootnotes(options), word.getEndnotes(options)]
  } catch (error) {
    throw damaged(error)
  }
}

/** A row of a table ends in a tab; other tabs only set words apart. */
function readLines(text: string, flow: Flow): void {
  for (const line of text.split('\n')) {
    const isRow = /\S.*\t\s*$/u.test(line)
    if (isRow && !flow.depth) flow.openTable()
    if (!isRow && flow.depth) flow.closeTable()
    if (isRow) readRow(line.replace(/\t\s*$/u, ''), flow)
    else {
      flow.write(line)
      flow.end()
    }
  }
  if (flow.depth) flow.closeTable()
}

function readRow(line: string, flow: Flow): void {
  for (const cell of line.split('\t')) {
    flow.write(cell)
    flow.endCell()
  }
  flow.endRow()
}
