import { type ExportFormat, parquet, type Row, rowsOf } from '../export/index.ts'
import type { DocumentItem } from '../store/index.ts'
import { getJson, putJson } from './derived.ts'
import type { Home } from './home.ts'
import { added, EXPORTS, type ExportedFile, LATEST, type Latest, type Manifest, nothing } from './manifest.ts'
import { recordsOf } from './records.ts'

/** The data set is to be written as files, from where the slice before has ended. An empty job begins a run. */
export interface ExportJob {
  /** When the run began, ISO 8601: the files of a run lie under it. */
  readonly run?: string
  readonly slice?: number
  readonly cursor?: string
}

/** How much one slice takes on: less than the memory and the time of a function hold by far. */
export interface SliceLimits {
  readonly documents: number
  readonly rows: number
}
const LIMITS: SliceLimits = { documents: 2000, rows: 60_000 }
const PAGE = 200

/**
 * Writes the next slice of the data set as Parquet, partitioned as Athena and its like read it
 * (`exports/run=…/country=RS/kind=strategy/0000.parquet`), and answers the job of the slice behind it; undefined after
 * the last, when `exports/latest.json` names the files of the run. A slice that is done again writes the same keys.
 */
export async function writeSlice(
  { blobs, store, now }: Pick<Home, 'blobs' | 'store'> & { now(): Date },
  { run = now().toISOString(), slice = 0, cursor }: ExportJob,
  limits = LIMITS,
): Promise<ExportJob | undefined> {
  const folder = `${EXPORTS}run=${run.replace(/[^\dTZ]/g, '')}/`
  const state = (n: number) => `${folder}_slices/${n}.json`
  const before = slice > 0 ? await getJson<Manifest>(blobs, state(slice - 1)) : undefined
  const { items, rows, next } = await take({ blobs, store }, cursor, limits)
  const files = await Promise.all(
    [...Map.groupBy(rows, partitionOf)].map(async ([partition, own]): Promise<ExportedFile> => {
      const key = `${folder}${partition}/${String(slice).padStart(4, '0')}.parquet`
      const bytes = await bytesOf(parquet, own)
      await blobs.put(key, bytes, parquet.mediaType)
      return { key, rows: own.length, bytes: bytes.length }
    }),
  )
  const manifest = added(before ?? nothing(run, parquet.name), { items, rows: rows.length, files })
  await putJson(blobs, state(slice), manifest)
  if (next !== undefined) return { run, slice: slice + 1, cursor: next }
  const { municipalities } = await store.tally(1)
  await putJson(blobs, LATEST, { ...manifest, municipalities } satisfies Latest)
  return undefined
}

/** Documents with their rows, page by page until there is enough for a slice. */
async function take({ blobs, store }: Pick<Home, 'blobs' | 'store'>, from: string | undefined, limits: SliceLimits) {
  const items: DocumentItem[] = []
  const rows: Row[] = []
  let next = from
  do {
    const limit = Math.min(PAGE, limits.documents - items.length)
    const page = await store.documents({}, { limit, ...(next !== undefined && { cursor: next }) })
    for await (const [item, record] of recordsOf(blobs, page.items)) {
      items.push(item)
      if (record) rows.push(...rowsOf(record))
    }
    next = page.cursor
  } while (next !== undefined && items.length < limits.documents && rows.length < limits.rows)
  return { items, rows, next }
}

/** Where rows without a country lie: their documents are about no municipality. */
const partitionOf = ({ country, kind }: Row): string => `country=${country || 'none'}/kind=${kind}`

async function bytesOf(format: ExportFormat, rows: readonly Row[]): Promise<Uint8Array> {
  const pieces: BlobPart[] = []
  for await (const piece of format.write(rows)) pieces.push(piece as BlobPart)
  return new Blob(pieces).bytes()
}
