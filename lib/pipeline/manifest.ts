import { alone, type Counts, countsOf, type DocumentItem, type Tally } from '../store/index.ts'
import { getJson } from './derived.ts'
import { engine, versionOf } from './engine.ts'
import type { Home } from './home.ts'

/** Everything that is exported lies under this prefix. */
export const EXPORTS = 'exports/'

/** Key of the manifest of the last whole run. */
export const LATEST = `${EXPORTS}latest.json`

/** One file of a run: rows of one country and kind of document. */
export interface ExportedFile {
  readonly key: string
  readonly rows: number
  readonly bytes: number
}

/** What a run has written so far, or in all: where its files are and what was counted on the way. */
export interface Manifest extends Counts {
  readonly run: string
  readonly engine: string
  readonly format: string
  readonly rows: number
  readonly files: readonly ExportedFile[]
}

/** The manifest of the last whole run, with the number of municipalities. */
export type Latest = Manifest & Pick<Tally, 'municipalities'>

/** The manifest of the last whole run; undefined where there was none. */
export const latestExport = ({ blobs }: Pick<Home, 'blobs'>): Promise<Latest | undefined> => getJson(blobs, LATEST)

/** The manifest of a run that has written nothing yet. */
export const nothing = (run: string, format: string): Manifest => ({
  ...{ run, engine: versionOf(engine), format, rows: 0, files: [] },
  ...countsOf([]),
})

/** What a slice adds to its run. */
interface Slice {
  readonly items: readonly DocumentItem[]
  readonly rows: number
  readonly files: readonly ExportedFile[]
}

/** A manifest with what one more slice has written. */
export function added(before: Manifest, { items, rows, files }: Slice): Manifest {
  const own = countsOf(items.map(alone))
  return {
    ...before,
    rows: before.rows + rows,
    files: [...before.files, ...files],
    documents: plus(before.documents, own.documents),
    languages: plus(before.languages, own.languages),
  }
}

const plus = <Name extends string>(
  one: Readonly<Record<Name, number>>,
  other: Readonly<Record<Name, number>>,
): Record<Name, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)] as Name[])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  ) as Record<Name, number>
