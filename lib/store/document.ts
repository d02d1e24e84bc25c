import type { Source } from '../contract/index.ts'
import { encodeCursor } from './cursor.ts'
import type { Claim, DocumentItem, Outcome } from './store.ts'

/** Is the current revision done, well or badly? */
export const isFinished = ({ status }: Pick<DocumentItem, 'status'>): boolean =>
  status === 'analysed' || status === 'failed'

/** Keys under which its bytes lie: `['uploads/a.pdf']`. */
export const keysOf = ({ source, also = [] }: Pick<DocumentItem, 'source' | 'also'>): readonly string[] => [
  source.key,
  ...also,
]

/** Where a document stands in listings: by arrival, then id. */
export const positionOf = ({ source, id }: Pick<DocumentItem, 'id' | 'source'>): string => `${source.receivedAt}#${id}`

/** Name of the list of documents in its cursors. */
export const DOCUMENTS = 'documents'

/** Where the list of documents goes on behind this one. */
export const cursorBehind = (item: DocumentItem): string => encodeCursor(DOCUMENTS, positionOf(item))

/** What is known of the content of a document that is not analysed, or could not be. */
export const NOTHING_KNOWN: Omit<Outcome, 'status'> = {
  title: null,
  kind: null,
  language: null,
  script: null,
  country: null,
  municipalities: [],
  problems: [],
  concepts: {},
  from: null,
  to: null,
  engine: null,
}

/** A document as it is on its arrival, before anything is known of its content. */
export const newDocument = (id: string, source: Source): DocumentItem => ({
  id,
  source,
  status: 'received',
  revision: 1,
  ...NOTHING_KNOWN,
  updatedAt: source.receivedAt,
  owner: null,
  lockedUntil: null,
  published: null,
  touched: [],
})

/** What a change makes of a document; undefined where it is refused. The same rules in every home. */
export type Change = (item: DocumentItem, now: Date) => DocumentItem | undefined

const UNLOCKED = { owner: null, lockedUntil: null }

/** Takes the lock for `seconds` where this revision is unfinished and nobody else holds it; 0 seconds let go of it. */
export const claimed =
  ({ revision, owner }: Claim, seconds: number): Change =>
  (item, now) => {
    const isHeld = item.owner !== owner && item.lockedUntil !== null && item.lockedUntil > now.toISOString()
    if (item.revision !== revision || isFinished(item) || isHeld) return undefined
    return { ...item, status: 'reading', owner, lockedUntil: new Date(now.getTime() + seconds * 1000).toISOString() }
  }

/** Writes the outcome, publishes the revision and drops the lock, where revision and owner are still the claim's. */
export const finished =
  (claim: Claim, outcome: Outcome): Change =>
  (item) =>
    isHeldBy(claim, item)
      ? { ...item, ...outcome, ...UNLOCKED, source: sourceOf(item, outcome), published: claim.revision }
      : undefined

/** Notes municipalities that are about to get findings, where the claim still holds. */
export const touching =
  (claim: Claim, municipalities: readonly string[]): Change =>
  (item) =>
    isHeldBy(claim, item) ? { ...item, touched: [...new Set([...item.touched, ...municipalities])].sort() } : undefined

/** Opens a newer revision; a worker on an older one can no longer finish. */
export const reopened =
  (revision: number): Change =>
  (item) =>
    item.revision < revision ? { ...item, ...UNLOCKED, status: 'received', revision } : undefined

/** Notes a further key under which its bytes lie. */
export const alsoUnder =
  (key: string): Change =>
  (item) =>
    keysOf(item).includes(key) ? undefined : { ...item, also: [...(item.also ?? []), key] }

/** Takes a key off a document that has others. */
export const leaving =
  (key: string): Change =>
  (item) => {
    const [first, ...also] = keysOf(item).filter((one) => one !== key)
    if (first === undefined) return undefined
    const { also: _, ...rest } = item
    return { ...rest, source: { ...item.source, key: first }, ...(also.length && { also }) }
  }

/** Drops the lock of a worker that is no more. */
export const unlocked: Change = (item) => (item.owner === null ? undefined : { ...item, ...UNLOCKED })

/** What was found out about a file; its key may have changed meanwhile. */
const sourceOf = ({ source }: DocumentItem, outcome: Outcome): Source => ({
  ...source,
  ...outcome.source,
  key: source.key,
})

const isHeldBy = ({ revision, owner }: Claim, item: DocumentItem): boolean =>
  item.revision === revision && item.owner === owner
