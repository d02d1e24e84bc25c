import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { StratlasError } from '../contract/index.ts'
import type { Workbench } from '../pipeline/context.ts'
import type { Answer, Call } from './thread.ts'

/** A call takes no longer, in seconds, and no more memory, in MB; its thread is stopped and replaced where it does. */
const LONGEST = 120
const MEMORY = 1024
/** Recognition is of several pages. */
const LONGEST_RECOGNITION = 300

/** A workbench in threads, so that a server stays responsive and a hostile document takes down no more than its thread. */
export interface Threads extends Workbench {
  /** How many calls run at once. */
  readonly size: number
  /** Stops all threads; calls that still run are rejected. */
  close(): Promise<void>
}

/** How long a call takes at most, in seconds. */
interface Limits {
  readonly call: number
  readonly recognition: number
}

interface Waiting {
  readonly call: Call
  resolve(value: unknown): void
  reject(error: Error): void
}

interface Running extends Waiting {
  readonly timer: NodeJS.Timeout
}

/**
 * Starts up to `size` threads as they are needed, and as many that only recognise pages: a long scan keeps nobody else
 * waiting.
 */
export function startThreads(size = Math.max(1, availableParallelism()), limits: Partial<Limits> = {}): Threads {
  const pool = new Pool(size, limits.call ?? LONGEST)
  const recognition = new Pool(size, limits.recognition ?? LONGEST_RECOGNITION)
  return {
    size,
    read: (input) => pool.run({ name: 'read', input }),
    recognise: (input) => recognition.run({ name: 'recognise', input }),
    finish: (input) => pool.run({ name: 'finish', input }),
    analyse: (input) => pool.run({ name: 'analyse', input }),
    close: async () => void (await Promise.all([pool.close(), recognition.close()])),
  }
}

class Pool {
  readonly #size: number
  readonly #longest: number
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Running>()
  readonly #waiting: Waiting[] = []
  #isClosed = false

  constructor(size: number, longest: number) {
    this.#size = size
    this.#longest = longest
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
    const thread = this.#idle.pop() ?? (this.#busy.size < this.#size ? this.#start() : undefined)
    if (!thread) return
    this.#waiting.shift()
    const timer = setTimeout(() => this.#stop(thread), this.#longest * 1000)
    this.#busy.set(thread, { ...waiting, timer })
    thread.postMessage(waiting.call)
    this.#next()
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY }
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits })
    thread.on('message', (answer: Answer) => {
      const running = this.#release(thread)
      this.#idle.push(thread)
      if ('value' in answer) running?.resolve(answer.value)
      else running?.reject(errorOf(answer.error))
      this.#next()
    })
    thread.on('error', (error) => this.#lose(thread, error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', (status) => this.#lose(thread, new Error(`The thread ended with status ${status}.`)))
    return thread
  }

  #stop(thread: Worker): void {
    const message = `Work on this document took over ${this.#longest} s and was stopped.`
    this.#lose(thread, new StratlasError('TIMEOUT', message))
    void thread.terminate()
  }

  /** A thread is no more: its call fails, another thread takes its place when it is needed. */
  #lose(thread: Worker, error: Error): void {
    const at = this.#idle.indexOf(thread)
    if (at >= 0) this.#idle.splice(at, 1)
    this.#release(thread)?.reject(error)
    this.#next()
  }

  #release(thread: Worker): Running | undefined {
    const running = this.#busy.get(thread)
    clearTimeout(running?.timer)
    this.#busy.delete(thread)
    return running
  }
}

function errorOf({ code, name, message }: Extract<Answer, { error: unknown }>['error']): Error {
  return code ? new StratlasError(code, message) : Object.assign(new Error(message), { name })
}
