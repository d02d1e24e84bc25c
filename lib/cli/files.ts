import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StratlasError } from '../contract/index.ts'
import { readers } from '../formats/index.ts'
import { note } from './output.ts'

/** Enough of most files to tell their format by. */
const HEAD = 64 * 1024

/** Office documents name their parts at their end: what the head does not tell is told by the whole, of a size that can be read. */
const WHOLE = Math.max(...readers.map(({ limit }) => limit))

/** So many files that were left out are told by name. */
const NAMED = 5

/** Files that lie beside documents and are none: records, gold files, notes of programs. */
const BESIDE = /\.(?:json|jsonl|ndjson)$/iu

/**
 * The files that paths stand for, each folder's in the order of their names. A file that is named is always taken; of
 * a folder those that a reader recognises by their content, but no hidden files, no JSON, and nothing behind links;
 * which others were left out is told. Throws PATH_NOT_FOUND.
 */
export async function* filesOf(path: string): AsyncGenerator<string> {
  if ((await kindOf(path)) === 'file') return yield path
  const left: string[] = []
  let taken = 0
  for await (const file of walk(path)) {
    if (!(await isRecognised(file))) left.push(file)
    else if (++taken) yield file
  }
  if (left.length > 0) note(`${path}: left out, as no document: ${listed(left)}.`)
  else if (taken === 0) note(`${path}: there is no document in this folder.`)
}

const listed = (paths: readonly string[]): string =>
  [...paths.slice(0, NAMED), ...(paths.length > NAMED ? [`${paths.length - NAMED} more`] : [])].join(', ')

async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    throw pathError(path, error)
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw pathError(folder, error)
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* walk(path)
    else if (entry.isFile() && !BESIDE.test(entry.name)) yield path
  }
}

/** Is this a document? One that cannot be opened counts as such: whoever reads it tells why. */
async function isRecognised(path: string): Promise<boolean> {
  try {
    const { head, size } = await headOf(path)
    if (isDocument(head)) return true
    return size > HEAD && size <= WHOLE && isDocument(await readFile(path))
  } catch {
    return true
  }
}

const isDocument = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && readers.some((reader) => reader.recognises(bytes))

async function headOf(path: string): Promise<{ head: Uint8Array; size: number }> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** What to tell of a path that cannot be opened. */
export function pathError(path: string, error: unknown): StratlasError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  if (code === 'EISDIR') return new StratlasError('PATH_UNREADABLE', `${path} is a folder. Name a file.`)
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new StratlasError('PATH_NOT_FOUND', `There is no file or folder ${path}.`)
    : new StratlasError('PATH_UNREADABLE', `${path} cannot be read (${code}). Check its permissions.`)
}
