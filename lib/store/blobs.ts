/** Bytes by key: uploads and what is derived from them. Keys are `/`-separated, e.g. `derived/<id>/text.json`. */
export interface Blobs {
  put(key: string, bytes: Uint8Array, mediaType?: string): Promise<void>
  /** The bytes, or undefined where there are none under this key. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Keys that start with `prefix`, in UTF-8 order. */
  list(prefix: string): AsyncIterable<string>
}
