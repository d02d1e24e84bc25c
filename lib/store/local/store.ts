import type { DatabaseSync } from 'node:sqlite'
import type { Dimension, Source } from '../../contract/index.ts'
import { fold } from '../../text/index.ts'
import { countryOf } from '../country.ts'
import { decodeCursor } from '../cursor.ts'
import { claimed, finished, isFinished, leaving, reopened, touching } from '../document.ts'
import { matchesProfile } from '../filter.ts'
import { fillPage } from '../page.ts'
import type * as port from '../store.ts'
import type { Tally } from '../tally.ts'
import { inTransaction } from './database.ts'
import { LocalDocuments } from './documents.ts'

/** The store as tables of one SQLite file. */
export class LocalStore implements port.Store {
  readonly #database: DatabaseSync
  readonly #documents: LocalDocuments

  constructor(database: DatabaseSync, now: () => Date = () => new Date()) {
    this.#database = database
    this.#documents = new LocalDocuments(database, now)
  }

  async receive(id: string, source: Source): Promise<{ item: port.DocumentItem; isNew: boolean }> {
    return this.#documents.receive(id, source)
  }

  async document(id: string): Promise<port.DocumentItem | undefined> {
    return this.#documents.get(id)
  }

  async leave(id: string, key: string): Promise<boolean> {
    return this.#documents.change(id, leaving(key))
  }

  async holder(key: string): Promise<port.Holder | undefined> {
    const row = this.#database.prepare('SELECT document, position FROM files WHERE key = ?').get(key)
    return row && { document: String(row['document']), order: String(row['position']) }
  }

  async hold(key: string, { document, order }: port.Holder, known: port.Holder | undefined): Promise<boolean> {
    const sql = known
      ? 'UPDATE files SET document = ?2, position = ?3 WHERE key = ?1 AND position = ?4'
      : 'INSERT OR IGNORE INTO files VALUES (?1, ?2, ?3)'
    const statement = this.#database.prepare(sql)
    return statement.run(key, document, order, ...(known ? [known.order] : [])).changes > 0
  }

  async forget(key: string, document: string): Promise<void> {
    this.#database.prepare('DELETE FROM files WHERE key = ? AND document = ?').run(key, document)
  }

  async documents(filter: port.DocumentFilter, page: port.PageRequest): Promise<port.Page<port.DocumentItem>> {
    return this.#documents.list(filter, page)
  }

  async tally(): Promise<Tally> {
    const [profiles] = this.#database.prepare('SELECT count(*) AS count FROM profiles').all()
    return { ...this.#documents.count(), municipalities: Number(profiles?.['count']), isComplete: true }
  }

  async claim(claim: port.Claim, seconds: number): Promise<boolean> {
    return this.#documents.change(claim.id, claimed(claim, seconds))
  }

  async finish(claim: port.Claim, outcome: port.Outcome): Promise<boolean> {
    return this.#documents.change(claim.id, finished(claim, outcome))
  }

  async reopen(id: string, revision: number): Promise<boolean> {
    this.#documents.change(id, reopened(revision))
    const item = this.#documents.get(id)
    return item?.revision === revision && !isFinished(item)
  }

  async remove(id: string): Promise<void> {
    inTransaction(this.#database, () => {
      this.#database.prepare('DELETE FROM findings WHERE document = ?').run(id)
      this.#database.prepare('DELETE FROM documents WHERE id = ?').run(id)
    })
  }

  async replaceFindings(claim: port.Claim, findings: readonly port.Finding[]): Promise<string[] | undefined> {
    const { id, revision } = claim
    const municipalities = findings.map((finding) => finding.municipality)
    return inTransaction(this.#database, () => {
      if (!this.#documents.change(id, touching(claim, municipalities))) return undefined
      this.#database.prepare('DELETE FROM findings WHERE document = ?').run(id)
      const insert = this.#database.prepare('INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?)')
      for (const finding of findings) {
        const { municipality, dimension, code } = finding
        insert.run(municipality, dimension, code, id, revision, JSON.stringify(finding))
      }
      return [...(this.#documents.get(id)?.touched ?? [])]
    })
  }

  async findings(municipality: string): Promise<port.Finding[]> {
    return this.#all(
      `SELECT f.item FROM findings f JOIN documents d ON d.id = f.document AND d.published = f.revision
       WHERE f.municipality = ? ORDER BY f.dimension, f.code, f.document`,
      [municipality],
    )
  }

  async putProfile(municipality: string, profile: port.ProfileItem | undefined, edges: readonly port.Edge[]) {
    inTransaction(this.#database, () => {
      this.#database.prepare('DELETE FROM edges WHERE municipality = ?').run(municipality)
      this.#database.prepare('DELETE FROM profiles WHERE municipality = ?').run(municipality)
      if (!profile) return
      const position = `${countryOf(municipality)}#${municipality}`
      const insert = this.#database.prepare('INSERT INTO edges VALUES (?, ?, ?, ?, ?)')
      for (const edge of edges) insert.run(municipality, edge.dimension, edge.code, position, JSON.stringify(edge))
      this.#database
        .prepare('INSERT INTO profiles VALUES (?, ?, ?)')
        .run(municipality, profilePosition(profile), JSON.stringify(profile))
    })
  }

  async profile(municipality: string): Promise<port.ProfileItem | undefined> {
    return this.#all<port.ProfileItem>('SELECT item FROM profiles WHERE municipality = ?', [municipality])[0]
  }

  async profiles({ country, query }: { country?: string; query?: string }, { limit, cursor }: port.PageRequest) {
    const list = 'profiles'
    const after = decodeCursor(list, cursor) ?? ''
    const sql = 'SELECT item FROM profiles WHERE position > ? ORDER BY position'
    return fillPage(this.#all<port.ProfileItem>(sql, [after]), {
      list,
      limit,
      matches: (profile) => (country === undefined || profile.country === country) && matchesProfile(query, profile),
      at: profilePosition,
    })
  }

  async edges(municipality: string, dimension?: Dimension): Promise<port.Edge[]> {
    const sql =
      'SELECT item FROM edges WHERE municipality = ? AND dimension = coalesce(?, dimension) ORDER BY dimension, code'
    return this.#all(sql, [municipality, dimension ?? null])
  }

  async edgesOf(dimension: Dimension, code: string, filter: { country?: string }, page: port.PageRequest) {
    const list = 'edges'
    const after = decodeCursor(list, page.cursor) ?? ''
    const sql = 'SELECT item FROM edges WHERE dimension = ? AND code = ? AND position > ? ORDER BY position'
    return fillPage(this.#all<port.Edge>(sql, [dimension, code, after]), {
      list,
      limit: page.limit,
      matches: (edge) => filter.country === undefined || countryOf(edge.municipality) === filter.country,
      at: (edge) => `${countryOf(edge.municipality)}#${edge.municipality}`,
    })
  }

  /** Drops the locks of a process that is no more. */
  recover(): void {
    this.#documents.unlock()
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }

  #all<Item>(sql: string, values: (string | null)[]): Item[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map(({ item }) => JSON.parse(String(item)) as Item)
  }
}

const profilePosition = ({ name, municipality }: port.ProfileItem): string => `${fold(name)}#${municipality}`
