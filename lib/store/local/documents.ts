import type { DatabaseSync } from 'node:sqlite'
import type { Source, Status } from '../../contract/index.ts'
import { decodeCursor } from '../cursor.ts'
import { alsoUnder, type Change, DOCUMENTS, newDocument, positionOf, unlocked } from '../document.ts'
import { matchesDocument } from '../filter.ts'
import { fillPage } from '../page.ts'
import type { DocumentFilter, DocumentItem, Page, PageRequest } from '../store.ts'
import { type Counts, countsOf } from '../tally.ts'
import { inTransaction, LANGUAGE, STATUS } from './database.ts'

/** Rows read at once: no cursor of the database stays open while others write. */
const BATCH = 200

/** The documents of a SQLite home. */
export class LocalDocuments {
  readonly #database: DatabaseSync
  readonly #now: () => Date

  constructor(database: DatabaseSync, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  receive(id: string, source: Source): { item: DocumentItem; isNew: boolean } {
    return inTransaction(this.#database, () => {
      this.change(id, alsoUnder(source.key))
      const known = this.get(id)
      if (known) return { item: known, isNew: false }
      const item = newDocument(id, source)
      this.#database
        .prepare('INSERT INTO documents (id, position, item) VALUES (?, ?, ?)')
        .run(id, positionOf(item), JSON.stringify(item))
      return { item, isNew: true }
    })
  }

  get(id: string): DocumentItem | undefined {
    const row = this.#database.prepare('SELECT item FROM documents WHERE id = ?').get(id)
    return row && (JSON.parse(String(row['item'])) as DocumentItem)
  }

  list(filter: DocumentFilter, { limit, cursor }: PageRequest): Promise<Page<DocumentItem>> {
    const list = DOCUMENTS
    return fillPage<DocumentItem>(this.#before(decodeCursor(list, cursor) ?? '\uffff'), {
      list,
      limit,
      matches: (item) => matchesDocument(filter, item),
      at: positionOf,
    })
  }

  /** Counts by the index over status and language: no document is opened. */
  count(): Counts {
    const rows = this.#database
      .prepare(
        `SELECT ${STATUS} AS status, ${LANGUAGE} AS language, count(*) AS documents FROM documents GROUP BY 1, 2`,
      )
      .all()
    return countsOf(
      rows.map(({ status, language, documents }) => ({
        status: String(status) as Status,
        language: language === null ? null : String(language),
        documents: Number(documents),
      })),
    )
  }

  /** Applies a change in a transaction, or within the one that is open; false where it is refused. */
  change(id: string, change: Change): boolean {
    if (!this.#database.isTransaction) return inTransaction(this.#database, () => this.change(id, change))
    const item = this.get(id)
    const changed = item && change(item, this.#now())
    if (!changed) return false
    const next = { ...changed, updatedAt: this.#now().toISOString() }
    this.#database
      .prepare('UPDATE documents SET item = ?, published = ? WHERE id = ?')
      .run(JSON.stringify(next), next.published, id)
    return true
  }

  /** Drops all locks. */
  unlock(): void {
    for (const { id } of this.#before('\uffff')) this.change(id, unlocked)
  }

  *#before(position: string): Generator<DocumentItem> {
    const select = this.#database.prepare(
      'SELECT position, item FROM documents WHERE position < ? ORDER BY position DESC LIMIT ?',
    )
    for (let rows = select.all(position, BATCH); rows.length; rows = select.all(position, BATCH)) {
      for (const { item } of rows) yield JSON.parse(String(item)) as DocumentItem
      position = String(rows.at(-1)?.['position'])
    }
  }
}
