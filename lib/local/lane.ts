import { Busy, type Context, deliver, type Step } from '../pipeline/index.ts'
import type { Message } from '../store/index.ts'
import type { LocalQueue } from '../store/local/queue.ts'

export interface LaneOptions<Job> {
  readonly context: Context
  readonly step: Step<Job>
  readonly queue: LocalQueue<Job>
  /** Jobs that run at once. */
  readonly limit: number
  /** How long a message stays hidden while it is worked on. */
  readonly seconds: number
  /** Told of what failed and comes again. */
  report(error: unknown): void
  /** Called whenever the lane may have come to rest. */
  rested(): void
}

/** Longest that a timer of Node can wait, and how long to wait where the queue itself fails. */
const LONGEST_WAIT_MS = 2 ** 31 - 1
const TROUBLE_MS = 1000

/** Messages taken at once where several can be one job. */
const TOGETHER = 100

/** Takes jobs from one local queue and runs them, some at once. Woken by the queue and the clock, it never asks in vain. */
export class Lane<Job> {
  readonly #options: LaneOptions<Job>
  readonly #running = new Set<Promise<void>>()
  readonly #unlisten: () => void
  #timer: NodeJS.Timeout | undefined
  #isTaking = false
  #isStopped = false

  constructor(options: LaneOptions<Job>) {
    this.#options = options
    this.#unlisten = options.queue.listen(() => this.pump())
  }

  /** Takes what waits, as far as there is room. */
  pump(): void {
    if (this.#isStopped || this.#isTaking || this.#running.size >= this.#options.limit) return
    void this.#take()
  }

  isIdle(): boolean {
    return !this.#isTaking && this.#running.size === 0 && this.#options.queue.due() === undefined
  }

  /** Takes nothing more; resolves when what runs is done. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#unlisten()
    clearTimeout(this.#timer)
    await Promise.all(this.#running)
  }

  async #take(): Promise<void> {
    const { queue, step, limit, seconds, report, rested } = this.#options
    this.#isTaking = true
    clearTimeout(this.#timer)
    try {
      const messages = await queue.receive(step.key ? TOGETHER : limit - this.#running.size, seconds)
      const groups = Map.groupBy(messages, ({ body, receipt }) => step.key?.(body) ?? receipt)
      for (const group of groups.values()) this.#start(group)
      this.#wakeIn(queue.due())
    } catch (error) {
      report(error)
      this.#wakeIn(TROUBLE_MS)
    } finally {
      this.#isTaking = false
      rested()
    }
  }

  #wakeIn(milliseconds: number | undefined): void {
    if (milliseconds === undefined || this.#isStopped) return
    this.#timer = setTimeout(() => this.pump(), Math.min(milliseconds, LONGEST_WAIT_MS))
  }

  #start(messages: readonly Message<Job>[]): void {
    const run = this.#run(messages)
      .catch(this.#options.report)
      .finally(() => {
        this.#running.delete(run)
        this.pump()
        this.#options.rested()
      })
    this.#running.add(run)
  }

  /** Runs one job for all messages that ask for it. */
  async #run(messages: readonly Message<Job>[]): Promise<void> {
    const { context, step, queue, report } = this.#options
    const [first] = messages
    if (!first) return
    const attempts = Math.max(...messages.map((message) => message.attempts))
    try {
      await deliver(context, step, { body: first.body, attempts })
    } catch (error) {
      if (!(error instanceof Busy)) report(error)
      const delay = error instanceof Busy ? error.seconds : 2 ** attempts
      for (const { receipt } of messages) await queue.release(receipt, delay)
      return
    }
    for (const { receipt } of messages) await queue.delete(receipt)
  }
}
