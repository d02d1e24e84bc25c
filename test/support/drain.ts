import { type Context, deliver, type Step, steps } from '../../lib/pipeline/index.ts'
import type { Queue } from '../../lib/store/index.ts'

/** Delivers what waits in all queues until nothing does: a worker without a clock, one job at a time. */
export async function drain(context: Context): Promise<void> {
  const { queues } = context
  for (;;) {
    const moved = [
      await drainOne(context, steps.read, queues.read),
      await drainOne(context, steps.ocr, queues.ocr),
      await drainOne(context, steps.extract, queues.extract),
      await drainOne(context, steps.aggregate, queues.aggregate),
    ]
    if (!moved.includes(true)) return
  }
}

/** Messages stay visible, so that those of a process that dies are there for the next one. */
async function drainOne<Job>(context: Context, step: Step<Job>, queue: Queue<Job>): Promise<boolean> {
  let isMoved = false
  for (;;) {
    const [message] = await queue.receive(1, 0)
    if (!message) return isMoved
    isMoved = true
    try {
      await deliver(context, step, message)
    } catch {
      await queue.release(message.receipt, 0)
      continue
    }
    await queue.delete(message.receipt)
  }
}
