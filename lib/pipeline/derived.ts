import { createHash } from 'node:crypto'
import type { AnalysisRecord, Problem } from '../contract/index.ts'
import type { PageBoxes } from '../formats/boxes.ts'
import type { FileReading } from '../formats/index.ts'
import type { Blobs, DocumentItem } from '../store/index.ts'
import type { Reading } from '../text/index.ts'
import type { ExtractJob, OcrJob } from './home.ts'

/** What a reader made of a file, as it is kept between the steps. */
export interface StoredReading {
  readonly reader: string
  readonly mediaType: string
  readonly reading: Reading
  readonly problems: readonly Problem[]
}

/** SHA-256 of the bytes in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Id of a document by the SHA-256 of its bytes: its first 20 hex digits. */
export const idOfHash = (hash: string): string => hash.slice(0, 20)

/** Id of a document by its bytes. */
export const documentId = (bytes: Uint8Array): string => idOfHash(sha256(bytes))

/** Everything derived from a document lies under this prefix. */
export const derivedPrefix = (id: string): string => `derived/${id}/`

/** Each revision has its own blobs, so that a late worker of an older one writes where nobody looks. */
export const textKey = (id: string, revision: number): string => `${derivedPrefix(id)}${revision}/text.json`

/** Where the words of a revision are painted; beside the text, since only who shows its pages asks for it. */
const boxesKey = (id: string, revision: number): string => `${derivedPrefix(id)}${revision}/boxes.json`

/** What is read of a revision whose scanned pages are still to be recognised. */
export const draftKey = ({ id, revision }: ExtractJob): string => `${derivedPrefix(id)}${revision}/draft.json`

/** Recognised pages of a revision lie under this prefix, a blob for each range. */
export const pagesPrefix = ({ id, revision }: ExtractJob): string => `${derivedPrefix(id)}${revision}/pages/`

/** A range of recognised pages, by its first and last: `…/pages/11-20.json`. */
export const pagesKey = (job: OcrJob): string => `${pagesPrefix(job)}${job.pages.at(0)}-${job.pages.at(-1)}.json`

/** Is a page in the range that a key stands for? */
export function isIn(key: string, page: number): boolean {
  const [first = 0, last = 0] =
    key
      .match(/\d+(?=[-.])/gu)
      ?.slice(-2)
      .map(Number) ?? []
  return page >= first && page <= last
}

/** The analysis record of a revision, without its text. */
export const analysisKey = (id: string, revision: number): string => `${derivedPrefix(id)}${revision}/analysis.json`

/** The text of a document's published revision with its pages and marks; undefined where none could be read. */
export const readingOf = async (blobs: Blobs, item: DocumentItem): Promise<StoredReading | undefined> =>
  item.published === null ? undefined : getJson<StoredReading>(blobs, textKey(item.id, item.published))

/** Where the words of a document's published revision are painted; undefined where it has no pages that are painted. */
export const boxesOf = async (blobs: Blobs, item: DocumentItem): Promise<readonly PageBoxes[] | undefined> =>
  item.published === null ? undefined : getJson<readonly PageBoxes[]>(blobs, boxesKey(item.id, item.published))

/** Keeps what came of a file: the text last, since where it is there all is. */
export async function putReading(
  blobs: Blobs,
  { id, revision }: ExtractJob,
  { boxes, ...file }: FileReading,
): Promise<void> {
  if (boxes) await putJson(blobs, boxesKey(id, revision), boxes)
  await putJson(blobs, textKey(id, revision), file)
}

/** The analysis record of a document's published revision, without text; undefined where there is none. */
export const recordOf = async (blobs: Blobs, item: DocumentItem): Promise<AnalysisRecord | undefined> =>
  item.published === null ? undefined : getJson<AnalysisRecord>(blobs, analysisKey(item.id, item.published))

/** Writes a value as a JSON blob. */
export const putJson = (blobs: Blobs, key: string, value: unknown): Promise<void> =>
  blobs.put(key, new TextEncoder().encode(JSON.stringify(value)), 'application/json')

/** Reads a JSON blob that this project wrote; undefined where there is none. */
export async function getJson<Value>(blobs: Blobs, key: string): Promise<Value | undefined> {
  const bytes = await blobs.get(key)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value)
}
