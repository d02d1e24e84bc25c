import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Message, Queue } from '../queue.ts'
import { inTransaction } from './database.ts'

export interface LocalQueueOptions {
  readonly name: string
  /** Receives of one message before it goes to the dead letters. */
  readonly maxReceives: number
  readonly now?: () => Date
}

/** A queue as rows of the SQLite file. One process that waits can be woken instead of asking again and again. */
export class LocalQueue<Body> implements Queue<Body> {
  readonly #database: DatabaseSync
  readonly #name: string
  readonly #maxReceives: number
  readonly #now: () => Date
  readonly #listeners = new Set<() => void>()

  constructor(database: DatabaseSync, { name, maxReceives, now = () => new Date() }: LocalQueueOptions) {
    this.#database = database
    this.#name = name
    this.#maxReceives = maxReceives
    this.#now = now
  }

  async send(body: Body): Promise<void> {
    this.#run('INSERT INTO messages (queue, body, visible) VALUES (?, ?, ?)', [
      this.#name,
      JSON.stringify(body),
      this.#time(),
    ])
    this.#wake()
  }

  async receive(max: number, visibilitySeconds: number): Promise<Message<Body>[]> {
    const now = this.#time()
    return inTransaction(this.#database, () => {
      this.#run('UPDATE messages SET dead = 1 WHERE queue = ? AND dead = 0 AND visible <= ? AND attempts >= ?', [
        this.#name,
        now,
        this.#maxReceives,
      ])
      const rows = this.#database
        .prepare(
          'SELECT id, body, attempts FROM messages WHERE queue = ? AND dead = 0 AND visible <= ? ORDER BY id LIMIT ?',
        )
        .all(this.#name, now, max)
      return rows.map(({ id, body, attempts }) => {
        const receipt = randomUUID()
        this.#run('UPDATE messages SET receipt = ?, visible = ?, attempts = attempts + 1 WHERE id = ?', [
          receipt,
          now + visibilitySeconds * 1000,
          Number(id),
        ])
        return { body: JSON.parse(String(body)) as Body, receipt, attempts: Number(attempts) + 1 }
      })
    })
  }

  async delete(receipt: string): Promise<void> {
    this.#run('DELETE FROM messages WHERE queue = ? AND receipt = ? AND dead = 0', [this.#name, receipt])
  }

  async release(receipt: string, delaySeconds: number): Promise<void> {
    this.#run('UPDATE messages SET visible = ?, receipt = NULL WHERE queue = ? AND receipt = ? AND dead = 0', [
      this.#time() + delaySeconds * 1000,
      this.#name,
      receipt,
    ])
    this.#wake()
  }

  async depth(): Promise<{ waiting: number; dead: number }> {
    const row = this.#database
      .prepare('SELECT count(*) AS total, coalesce(sum(dead), 0) AS dead FROM messages WHERE queue = ?')
      .get(this.#name)
    const dead = Number(row?.['dead'])
    return { waiting: Number(row?.['total']) - dead, dead }
  }

  /** Milliseconds until a message can be received: 0 where one waits, undefined where there is none. */
  due(): number | undefined {
    const row = this.#database
      .prepare('SELECT min(visible) AS visible FROM messages WHERE queue = ? AND dead = 0')
      .get(this.#name)
    return row?.['visible'] == null ? undefined : Math.max(0, Number(row['visible']) - this.#time())
  }

  /** Makes messages visible that a process held which is no more; their receives still count. */
  recover(): void {
    this.#run('UPDATE messages SET visible = ?, receipt = NULL WHERE queue = ? AND dead = 0', [
      this.#time(),
      this.#name,
    ])
  }

  /** Calls `listener` whenever this process has put something in or back; answers how to stop that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #wake(): void {
    for (const listener of this.#listeners) listener()
  }

  #run(sql: string, values: (string | number)[]): void {
    this.#database.prepare(sql).run(...values)
  }

  #time(): number {
    return this.#now().getTime()
  }
}
