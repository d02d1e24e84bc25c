import { EventEmitter, once } from 'node:events'
import {
  type Context,
  type JobOf,
  LOCK_SECONDS,
  type Queues,
  type Step,
  steps,
  type Workbench,
} from '../pipeline/index.ts'
import type { LocalQueue } from '../store/local/queue.ts'
import type { LocalHome } from './home.ts'
import { Lane } from './lane.ts'
import { startThreads } from './threads.ts'

export interface WorkerOptions {
  readonly workbench?: Workbench
  /** How many documents are worked on at once. */
  readonly concurrency?: number
  now?(): Date
  /** Told of what failed and comes again. */
  report?(error: unknown): void
}

/** The steps at work over the queues of a local home. */
export interface LocalWorker {
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Takes nothing new and resolves when what runs is done. */
  stop(): Promise<void>
}

/**
 * Starts the steps over a local home, in this process, with the heavy work in threads. Gives back first what a process
 * held that was killed. Sleeps until something is sent or comes due.
 */
export function startWorker(home: LocalHome, options: WorkerOptions = {}): LocalWorker {
  home.recover()
  const threads = startThreads(options.concurrency)
  const { workbench = threads, concurrency = threads.size, now = () => new Date(), report = () => undefined } = options
  const context: Context = { ...home, workbench, now }
  const events = new EventEmitter()
  const rested = () => void events.emit('rested')
  const lane = <Name extends keyof Queues>(
    name: Name,
    limit: number,
  ): Pick<Lane<unknown>, 'pump' | 'isIdle' | 'stop'> => {
    const step: Step<JobOf<Name>> = steps[name]
    const queue: LocalQueue<JobOf<Name>> = home.queues[name]
    return new Lane({ context, step, queue, limit, seconds: LOCK_SECONDS, report, rested })
  }
  const lanes = [
    lane('read', concurrency),
    lane('ocr', concurrency),
    lane('extract', concurrency),
    lane('aggregate', 1),
  ]
  for (const one of lanes) one.pump()
  return {
    idle: async () => {
      while (!lanes.every((one) => one.isIdle())) await once(events, 'rested')
    },
    stop: async () => {
      await Promise.all(lanes.map((one) => one.stop()))
      await threads.close()
    },
  }
}
