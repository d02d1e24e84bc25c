import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Blobs } from '../blobs.ts'
import { safeKey } from '../key.ts'

/** Blobs as files below a directory. A blob is written aside and renamed, so that none is ever seen half. */
export class LocalBlobs implements Blobs {
  readonly #keys: string
  readonly #aside: string

  constructor(directory: string) {
    this.#keys = join(directory, 'keys')
    this.#aside = join(directory, 'aside')
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(key)
    const aside = join(this.#aside, randomUUID())
    await mkdir(this.#aside, { recursive: true })
    await mkdir(dirname(path), { recursive: true })
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#path(key))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  async *list(prefix: string): AsyncGenerator<string> {
    const directory = prefix.slice(0, prefix.lastIndexOf('/') + 1)
    const root = directory ? this.#path(directory.slice(0, -1)) : this.#keys
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    yield* entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#keys, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((key) => key.startsWith(prefix))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  }

  #path(key: string): string {
    return join(this.#keys, ...safeKey(key).split('/'))
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
