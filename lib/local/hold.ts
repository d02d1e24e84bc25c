import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StratlasError } from '../contract/index.ts'

/** Locks of this process: one that nobody refers to would be closed, and so let go of, when memory is cleared up. */
const held = new Set<DatabaseSync>()

/**
 * Takes a data directory for this process alone: of two that work on one, each would give back what the other holds. The
 * lock is the operating system's own, on a file of SQLite beside the data, so it ends with the process, however that
 * ends. Answers what lets go of it; throws DATA_BUSY where another process holds it.
 */
export function hold(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const name = join(directory, 'worker.pid')
  const lock = new DatabaseSync(join(directory, 'worker.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw busy(directory, name, error)
  }
  held.add(lock)
  writeFileSync(name, String(process.pid))
  return () => {
    held.delete(lock)
    lock.close()
  }
}

function busy(directory: string, name: string, cause: unknown): StratlasError {
  const what = `The data in ${directory} are being worked on by process ${holderIn(name)}.`
  const how = 'Stop it, or choose another directory with --data.'
  return new StratlasError('DATA_BUSY', `${what} ${how}`, { cause })
}

/** Who wrote its number last: the holder, but for the moment in which it takes the lock. */
function holderIn(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch {
    return 'unknown'
  }
}
