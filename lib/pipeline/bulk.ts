import { type BulkReply, StratlasError } from '../contract/index.ts'
import { isFinished } from '../store/document.ts'
import type { DocumentItem } from '../store/index.ts'
import { engine, versionOf } from './engine.ts'
import type { Home } from './home.ts'
import { reanalyse } from './reanalyse.ts'

/** Documents that are gone through at a time, and those of them that are sent at once. */
const PAGE = 100
const AT_ONCE = 10

/** What is to be analysed again: from where on, and whether also what this version has made. */
export interface Bulk {
  readonly cursor?: string | undefined
  readonly all: boolean
  /** Only counts. */
  readonly dryRun: boolean
}

/**
 * Goes through one page of the documents, newest first, and has those analysed again that another version of code and
 * lists has analysed. A run that broke off may simply begin again: what is done is of this version, and what still
 * waits is left alone.
 */
export async function reanalyseSome(home: Home, { cursor, all, dryRun }: Bulk): Promise<BulkReply> {
  const current = versionOf(engine)
  const page = await home.store.documents({}, { limit: PAGE, ...(cursor !== undefined && { cursor }) })
  const outdated = page.items.filter((item) => isFinished(item) && (all || item.engine !== current))
  for (let i = 0; !dryRun && i < outdated.length; i += AT_ONCE)
    await Promise.all(outdated.slice(i, i + AT_ONCE).map(({ id }) => reanalyse(home, id).catch(unlessGone)))
  return {
    documents: page.items.length,
    outdated: outdated.length,
    pages: total(outdated, ({ source }) => source.pages),
    scanned: total(outdated, ({ scanned }) => scanned),
    engine: current,
    cursor: page.cursor ?? null,
  }
}

/** A document that was removed meanwhile needs nothing. */
function unlessGone(error: unknown): void {
  if (!(error instanceof StratlasError) || error.code !== 'DOCUMENT_NOT_FOUND') throw error
}

const total = (items: readonly DocumentItem[], of: (item: DocumentItem) => number | undefined): number =>
  items.reduce((sum, item) => sum + (of(item) ?? 0), 0)
