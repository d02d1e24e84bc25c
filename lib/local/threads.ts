import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { StratlasError } from '../contract/index.ts'
import type { Workbench } from '../pipeline/context.ts'
import type { Answer, Call } from './thread.ts'

/** A call takes no longer, in seconds, and no more memory, in MB; its thread is stopped and replaced where it does. */
const LONGEST = 120
const MEMORY = 1024

/** A workbench in threads, so that a server stays responsive and a hostile document takes down no more than its thread. */
export interface Threads extends Workbench {
  /** How many calls run at once. */
  readonly size: number
  /** Stops all threads; calls that still run are rejected. */
  close(): Promise<void>
}

interface Waiting {
  readonly call: Call
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Starts up to `size` threads as they are needed. */
export function startThreads(size = Math.max(1, availableParallelism())): Threads {
  const pool = new Pool(size)
  return {
    size,
    read: (input) => pool.run({ name: 'read', input }),
    analyse: (input) => pool.run({ name: 'analyse', input }),
    close: () => pool.close(),
  }
}

class Pool {
  readonly #size: number
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Waiting>()
  readonly #waiting: Waiting[] = []
  #isClosed = false

  constructor(size: number) {
    this.#size = size
  }

  run<Value>(call: Call): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#waiting.push({ call, resolve, reject })
    this.#next()
    return promise as Promise<Value>
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const threads = [...this.#idle, ...this.#busy.keys()]
    await Promise.all(threads.map((thread) => thread.terminate()))
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The threads were stopped.'))
  }

  #next(): void {
    const waiting = this.#waiting[0]
    if (!waiting || this.#isClosed) return
    const thread = this.#idle.pop() ?? (this.#busy.size < this.#size ? start() : undefined)
    if (!thread) return
    this.#waiting.shift()
    this.#busy.set(thread, waiting)
    this.#watch(thread, waiting)
    thread.postMessage(waiting.call)
    this.#next()
  }

  #watch(thread: Worker, { resolve, reject }: Waiting): void {
    const end = (isUsable: boolean) => {
      clearTimeout(timer)
      thread.removeAllListeners()
      this.#busy.delete(thread)
      if (isUsable) this.#idle.push(thread)
      this.#next()
    }
    const timer = setTimeout(() => {
      end(false)
      reject(new StratlasError('TIMEOUT', `Work on this document took longer than ${LONGEST} s and was stopped.`))
      void thread.terminate()
    }, LONGEST * 1000)
    thread.once('message', (answer: Answer) => {
      end(true)
      if ('value' in answer) resolve(answer.value)
      else reject(errorOf(answer.error))
    })
    thread.once('error', (error) => {
      end(false)
      reject(error instanceof Error ? error : new Error(String(error)))
    })
    thread.once('exit', (code) => {
      end(false)
      reject(new Error(`The thread ended with status ${code}.`))
    })
  }
}

const start = (): Worker =>
  new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })

function errorOf({ code, name, message }: Extract<Answer, { error: unknown }>['error']): Error {
  return code ? new StratlasError(code, message) : Object.assign(new Error(message), { name })
}
