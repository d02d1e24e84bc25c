import type { Blobs } from '../blobs.ts'

/** Blobs in several buckets, divided by what their keys begin with: `{ 'uploads/': …, 'derived/': … }`. */
export class DividedBlobs implements Blobs {
  readonly #parts: readonly (readonly [string, Blobs])[]

  constructor(parts: Readonly<Record<string, Blobs>>) {
    this.#parts = Object.entries(parts)
  }

  put = (key: string, bytes: Uint8Array, mediaType?: string): Promise<void> =>
    this.#part(key).put(key, bytes, mediaType)
  get = (key: string): Promise<Uint8Array | undefined> => this.#part(key).get(key)
  delete = (key: string): Promise<void> => this.#part(key).delete(key)
  list = (prefix: string): AsyncIterable<string> => this.#part(prefix).list(prefix)

  /** Throws where no part holds such keys: that is a fault of ours. */
  #part(key: string): Blobs {
    const part = this.#parts.find(([prefix]) => key.startsWith(prefix))
    if (!part) throw new Error(`No bucket holds keys such as ${key}.`)
    return part[1]
  }
}
