import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StratlasError } from '../contract/index.ts'
import { readers } from '../formats/index.ts'

/** Enough of a file to tell its format by. */
const HEAD = 64 * 1024

/** Files that lie beside documents and are none: records, gold files, notes of programs. */
const BESIDE = /\.(?:json|jsonl|ndjson)$/iu

/**
 * The files that paths stand for, each folder's in the order of their names. A file that is named is always taken; of
 * a folder those that a reader recognises by their content, but no hidden files, no JSON, and nothing behind links.
 * Throws PATH_NOT_FOUND.
 */
export async function* filesOf(path: string): AsyncGenerator<string> {
  if ((await kindOf(path)) === 'folder') yield* walk(path)
  else yield path
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    throw pathError(path, error)
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* walk(path)
    else if (entry.isFile() && !BESIDE.test(entry.name) && (await isRecognised(path))) yield path
  }
}

async function isRecognised(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return bytesRead > 0 && readers.some((reader) => reader.recognises(buffer.subarray(0, bytesRead)))
  } finally {
    await file.close()
  }
}

/** What to tell of a path that cannot be opened. */
export function pathError(path: string, error: unknown): StratlasError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new StratlasError('PATH_NOT_FOUND', `There is no file or folder ${path}.`)
    : new StratlasError('PATH_UNREADABLE', `${path} cannot be read (${code}). Check its permissions.`)
}
