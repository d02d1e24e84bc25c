import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalize, type Reading } from '../../lib/text/index.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A document of the project's corpora as bytes. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files of the project that a pattern names, in the order of their names. */
export const samples = (pattern: string): Sample[] =>
  globSync(pattern, { cwd: ROOT })
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(ROOT, name)) }))

/** Gold documents of one language as plain readings. */
export const readings = (language: string): Reading[] =>
  samples(`test/corpus/documents/${language}/*.txt`).map(({ bytes }) => readingOf(new TextDecoder().decode(bytes)))

/** A text that nothing more is known of. */
export const readingOf = (text: string): Reading => ({ text: normalize(text), pages: [], marks: [] })

/** A source of which only the text counts. */
export const SOURCE = {
  key: 'bench',
  mediaType: 'text/plain',
  bytes: 0,
  sha256: '0'.repeat(64),
  receivedAt: '',
} as const
