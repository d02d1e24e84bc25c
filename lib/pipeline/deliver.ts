import type { Message } from '../store/index.ts'
import { aggregate } from './aggregate.ts'
import { Busy } from './claim.ts'
import type { Context } from './context.ts'
import { abandonExtract, extract } from './extract.ts'
import type { JobOf, Queues } from './home.ts'
import { MAX_RECEIVES } from './limits.ts'
import { abandonOcr, ocr } from './ocr.ts'
import { abandonRead, read } from './read.ts'

/** The work behind one queue, and what is done for a job that will not succeed. */
export interface Step<Job> {
  run(context: Context, job: Job): Promise<void>
  /** Jobs that wait together with the same key are done by one run; missing where each is its own. */
  key?(job: Job): string
  /** Missing where a job that fails is best kept among the dead letters. */
  abandon?(context: Context, job: Job, error: unknown): Promise<void>
}

/** The steps by the name of their queue, in the order in which a document passes them. */
export const steps: { readonly [Name in keyof Queues]: Step<JobOf<Name>> } = {
  read: { run: read, abandon: abandonRead },
  ocr: { run: ocr, abandon: abandonOcr },
  extract: { run: extract, abandon: abandonExtract },
  aggregate: { run: aggregate, key: ({ municipality }) => municipality },
}

/**
 * Does one delivery of a job. Done where it returns; where it throws, the message must come again. The last try ends the
 * document as failed instead of throwing, and the delivery behind it does so where every try killed its process.
 */
export async function deliver<Job>(
  context: Context,
  step: Step<Job>,
  { body, attempts }: Pick<Message<Job>, 'body' | 'attempts'>,
): Promise<void> {
  const { abandon } = step
  if (!abandon) return step.run(context, body)
  if (attempts >= MAX_RECEIVES) return abandon(context, body, new Error(`${attempts - 1} tries ended without a word`))
  try {
    await step.run(context, body)
  } catch (error) {
    if (error instanceof Busy || attempts < MAX_RECEIVES - 1) throw error
    await abandon(context, body, error)
  }
}
