import { DatabaseSync } from 'node:sqlite'

const VERSION = 1

/** What documents are counted by. */
export const STATUS = "json_extract(item, '$.status')"
export const LANGUAGE = "json_extract(item, '$.language')"

const SCHEMA = `
CREATE TABLE documents (id TEXT PRIMARY KEY, position TEXT NOT NULL, published INTEGER, item TEXT NOT NULL) STRICT;
CREATE INDEX documents_by_position ON documents (position);
CREATE TABLE findings (
  municipality TEXT NOT NULL, dimension TEXT NOT NULL, code TEXT NOT NULL, document TEXT NOT NULL,
  revision INTEGER NOT NULL, item TEXT NOT NULL,
  PRIMARY KEY (municipality, dimension, code, document, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_document ON findings (document);
CREATE TABLE edges (
  municipality TEXT NOT NULL, dimension TEXT NOT NULL, code TEXT NOT NULL, position TEXT NOT NULL, item TEXT NOT NULL,
  PRIMARY KEY (municipality, dimension, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX edges_by_concept ON edges (dimension, code, position);
CREATE TABLE profiles (municipality TEXT PRIMARY KEY, position TEXT NOT NULL, item TEXT NOT NULL) STRICT;
CREATE INDEX profiles_by_position ON profiles (position);
CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, visible INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, receipt TEXT, dead INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX messages_by_queue ON messages (queue, dead, visible);
CREATE INDEX messages_by_receipt ON messages (receipt);
`

/**
 * Opens the SQLite file of a data directory and creates its tables. Write-ahead log with `synchronous = FULL`: what was
 * acknowledged survives `kill -9` and a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 10_000 })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  inTransaction(database, () => {
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    if (version === 0) database.exec(`${SCHEMA} PRAGMA user_version = ${VERSION}`)
    else if (version !== VERSION)
      throw new Error(`${path} was written by another version of stratlas (data version ${version}, not ${VERSION}).`)
    // Data of before it had these get them here.
    database.exec(`CREATE INDEX IF NOT EXISTS documents_by_status ON documents (${STATUS}, ${LANGUAGE})`)
    database.exec('CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, document TEXT, position TEXT) STRICT')
  })
  return database
}

/** Runs `work` in one write transaction: all of it or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
