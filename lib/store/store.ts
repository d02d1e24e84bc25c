import type { Dimension, Kind, Problem, Source, Status } from '../contract/index.ts'
import type { Tally } from './tally.ts'

/** What the table knows of one document; its text and full record are blobs. */
export interface DocumentItem {
  readonly id: string
  readonly source: Source
  /** Further keys under which the same bytes lie. */
  readonly also?: readonly string[]
  readonly status: Status
  /** Raised by each (re)analysis; a claim on an older revision is refused. */
  readonly revision: number
  readonly title: string | null
  readonly kind: Kind | null
  readonly language: string | null
  readonly script: string | null
  readonly country: string | null
  /** Ids of the subject municipalities. */
  readonly municipalities: readonly string[]
  readonly problems: readonly Problem[]
  /** Concept ids found, by dimension: what listings filter by. */
  readonly concepts: Readonly<Partial<Record<Dimension, readonly string[]>>>
  /** Pages that had to be recognised. */
  readonly scanned?: number
  /** First and last year of the strategy periods, null where open or unknown. */
  readonly from: number | null
  readonly to: number | null
  /** Version of code and lists that the last finished revision was made with, `0.1.0+sha256-…`; null before the first. */
  readonly engine: string | null
  readonly updatedAt: string
  /** Lock: the worker on it, and until when (ISO 8601). */
  readonly owner: string | null
  readonly lockedUntil: string | null
  /** The last finished revision: its findings count, its blobs are shown. Null until one is finished. */
  readonly published: number | null
  /** Every municipality that the document ever had findings for, so that a replay still reaches one that lost them. */
  readonly touched: readonly string[]
}

/** A quote as the table keeps it: enough to show a cell without opening the blob. */
export interface Quote {
  readonly document: string
  readonly start: number
  readonly end: number
  /** The words that prove the claim. */
  readonly text: string
  /** The sentence around them, cut at 400 characters on word edges with an ellipsis. */
  readonly sentence: string
  readonly page?: number
  readonly rule: string
  readonly confidence: number
}

/** One concept of one dimension found in one document for one municipality, with its two best quotes. */
export interface Finding {
  readonly municipality: string
  readonly dimension: Dimension
  /** Concept or funder id; `role:edtf` for periods; `@name` for what no list knows. */
  readonly code: string
  /** The name as written, where no list knows the code: of a municipality, of a funder or service under `@name`. */
  readonly label?: string
  readonly document: string
  readonly mentions: number
  readonly confidence: number
  readonly quotes: readonly Quote[]
  /** Groups that a service is tied to; empty for other dimensions. */
  readonly targetGroups: readonly string[]
  /** Years of the strategy, project or programme that the document plans, `[from, to]`. */
  readonly years: readonly [number | null, number | null]
}

/** A finding summed over the documents of one municipality. */
export interface Edge {
  readonly municipality: string
  readonly dimension: Dimension
  readonly code: string
  /** The name as written, where no list knows the code (`@name`). */
  readonly label?: string
  readonly documents: readonly string[]
  readonly mentions: number
  readonly confidence: number
  readonly targetGroups: readonly string[]
  readonly years: readonly (readonly [number | null, number | null])[]
  /** The best quotes, at most three, of different documents where there are several. */
  readonly quotes: readonly Quote[]
}

/** What the table knows of one municipality: counts and codes. */
export interface ProfileItem {
  readonly municipality: string
  readonly country: string
  readonly name: string
  readonly documents: number
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>
  readonly updatedAt: string
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Opaque; absent on the last page. A malformed one is CURSOR_INVALID. */
  readonly cursor?: string
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string
}

export interface DocumentFilter {
  readonly municipality?: string
  readonly country?: string
  readonly language?: string
  readonly kind?: Kind
  readonly status?: Status
  readonly service?: string
  readonly targetGroup?: string
  readonly funder?: string
  /** Documents whose strategy years reach into `[from, to]`. */
  readonly from?: number
  readonly to?: number
}

/** What a finished analysis writes onto its document. */
export type Outcome = Pick<
  DocumentItem,
  | 'status'
  | 'title'
  | 'kind'
  | 'language'
  | 'script'
  | 'country'
  | 'municipalities'
  | 'problems'
  | 'concepts'
  | 'scanned'
  | 'from'
  | 'to'
  | 'engine'
> & { readonly source?: Source }

/** A worker's hold on one revision of one document. */
export interface Claim {
  readonly id: string
  readonly revision: number
  readonly owner: string
}

/** Whose bytes were put under a key, and when, in the order of the place that keeps them. */
export interface Holder {
  readonly document: string
  readonly order: string
}

/** Documents, findings, edges and profiles. Writes are idempotent; there are no counters and no transactions. */
export interface Store {
  /**
   * Records a document on its first arrival (`status: received`, revision 1), on later ones under which other key it came.
   * Answers the item and whether it is new.
   */
  receive(id: string, source: Source): Promise<{ item: DocumentItem; isNew: boolean }>
  document(id: string): Promise<DocumentItem | undefined>
  /** Takes a key off a document; false, with nothing changed, where it has no other, or is not there. */
  leave(id: string, key: string): Promise<boolean>
  /** Whose bytes a key is known to hold. */
  holder(key: string): Promise<Holder | undefined>
  /** Notes whose bytes a key holds; false, with nothing noted, where it was not `known` that held it. */
  hold(key: string, holder: Holder, known: Holder | undefined): Promise<boolean>
  /** Forgets that a key held this document, where it does. */
  forget(key: string, document: string): Promise<void>
  /** Newest first. */
  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<DocumentItem>>
  /** Counts what there is. Looks at no more than `most` documents where each has to be looked at. */
  tally(most: number): Promise<Tally>
  /**
   * Takes the lock for `seconds` and sets `reading`; its owner may take it again, with 0 seconds to let go of it. False
   * where a newer revision exists, another holds it, or it is finished.
   */
  claim(claim: Claim, seconds: number): Promise<boolean>
  /** Writes the outcome and drops the lock; false where revision or owner is no longer the caller's. */
  finish(claim: Claim, outcome: Outcome): Promise<boolean>
  /**
   * Opens `revision` for re-analysis: status `received`, no lock; what was published stays until the new one is
   * finished. True where the document is then at that revision, unfinished; false where it is unknown, newer or done.
   */
  reopen(id: string, revision: number): Promise<boolean>
  /** Removes the document item and all that hangs on it. Its findings are replaced by none beforehand. */
  remove(id: string): Promise<void>
  /**
   * Replaces all findings of the document by these; they count once the revision is finished. Answers every
   * municipality to aggregate then; undefined, with nothing replaced, where the claim is no longer the caller's.
   */
  replaceFindings(claim: Claim, findings: readonly Finding[]): Promise<string[] | undefined>
  /** Findings of published revisions. Consistent: all that was finished before the call is seen. */
  findings(municipality: string): Promise<Finding[]>
  /** Replaces edges and profile of a municipality; `profile` undefined removes both. */
  putProfile(municipality: string, profile: ProfileItem | undefined, edges: readonly Edge[]): Promise<void>
  profile(municipality: string): Promise<ProfileItem | undefined>
  /** By name; `country` and `query` (folded substring of the name) narrow it. */
  profiles(filter: { country?: string; query?: string }, page: PageRequest): Promise<Page<ProfileItem>>
  edges(municipality: string, dimension?: Dimension): Promise<Edge[]>
  /** Who has this concept: edges of all municipalities, by country and municipality. */
  edgesOf(dimension: Dimension, code: string, filter: { country?: string }, page: PageRequest): Promise<Page<Edge>>
  close(): Promise<void>
}
