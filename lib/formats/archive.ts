import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { StratlasError } from '../contract/index.ts'
import { damaged, encrypted, unsafe } from './office.ts'

/** Limits of what an archive may hold; no office document written in earnest comes near them. */
const MOST_ENTRIES = 5000
const MOST_INFLATED = 100 * 2 ** 20
/** One part that is kept to be parsed. */
const LARGEST_PART = 16 * 2 ** 20
/** How many times its packed size an entry may have once it is over `SMALL`. */
const HIGHEST_RATIO = 100
const SMALL = 10 * 2 ** 20

const LOCAL = 0x04034b50
const DIRECTORY = 0x02014b50
const END = Buffer.from('504b0506', 'hex')

/** The wanted parts of an archive by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>

/**
 * Unpacks the parts of a ZIP whose names are wanted. Every entry is inflated and counted, wanted or not, before anything
 * is parsed; what the directory says of sizes is not believed, archives inside are not opened.
 *
 * Throws ARCHIVE_UNSAFE, OFFICE_ENCRYPTED, OFFICE_DAMAGED.
 */
export async function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Parts> {
  try {
    const zip = await fromBufferPromise(bufferOf(bytes), { strictFileNames: true })
    if (zip.entryCount > MOST_ENTRIES) throw unsafe(`it holds ${zip.entryCount} files`)
    return await inflateAll(zip, isWanted)
  } catch (error) {
    if (error instanceof StratlasError) throw error
    const said = error instanceof Error ? error.message : ''
    if (/bytes in the stream|size mismatch/iu.test(said)) throw unsafe('it lies about the sizes of its parts', error)
    if (/relative path|absolute path|invalid characters in fileName/iu.test(said))
      throw unsafe('it names parts outside of itself', error)
    throw damaged(error)
  }
}

async function inflateAll(zip: ZipFile, isWanted: (name: string) => boolean): Promise<Parts> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  let count = 0
  for await (const entry of zip.eachEntry()) {
    if (++count > MOST_ENTRIES) throw unsafe(`it holds over ${MOST_ENTRIES} files`)
    if (entry.isEncrypted()) throw encrypted()
    const isKept = isWanted(entry.fileName) && !parts.has(entry.fileName)
    const chunks: Buffer[] = []
    const limit = Math.min(MOST_INFLATED - total, isKept ? LARGEST_PART : MOST_INFLATED)
    total += await inflate(zip, entry, { limit, keep: (chunk) => isKept && chunks.push(chunk) })
    if (isKept) parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

/** Inflates one entry and answers how many bytes came of it. */
async function inflate(
  zip: ZipFile,
  entry: Entry,
  { limit, keep }: { readonly limit: number; keep(chunk: Buffer): unknown },
): Promise<number> {
  let length = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    length += chunk.length
    if (length > limit || (length > SMALL && length > HIGHEST_RATIO * Math.max(1, entry.compressedSize)))
      throw unsafe('it unpacks to an unusually large size')
    keep(chunk)
  }
  return length
}

/**
 * Names of the parts of a ZIP, told without unpacking: from its directory, and where that was cut off from the heads of
 * the parts themselves. Empty for what is no ZIP.
 */
export function namesIn(bytes: Uint8Array): string[] {
  const file = bufferOf(bytes)
  if (file.length < 30 || file.readUInt32LE(0) !== LOCAL) return []
  const end = file.lastIndexOf(END)
  const listed = end < 0 || end + 20 > file.length ? [] : namesFrom(file, file.readUInt32LE(end + 16))
  return listed.length ? listed : headNames(file)
}

function namesFrom(file: Buffer, start: number): string[] {
  const names: string[] = []
  for (let at = start; at + 46 <= file.length && names.length < MOST_ENTRIES; ) {
    if (file.readUInt32LE(at) !== DIRECTORY) break
    const length = file.readUInt16LE(at + 28)
    names.push(file.toString('latin1', at + 46, at + 46 + length))
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return names
}

function headNames(file: Buffer): string[] {
  const names: string[] = []
  const head = file.subarray(0, 4)
  for (let at = 0; at >= 0 && at + 30 <= file.length && names.length < 100; at = file.indexOf(head, at + 4))
    names.push(file.toString('latin1', at + 30, at + 30 + file.readUInt16LE(at + 26)))
  return names
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
