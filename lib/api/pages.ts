import type { Page, PageRequest } from '../store/index.ts'
import { defined } from './reply.ts'

/** Items that are asked for at a time where all are wanted. */
const AT_A_TIME = 200

/** The pages of a list, from a cursor on, each as soon as the one before is done with. */
export async function* pagesOf<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  from?: string,
): AsyncGenerator<readonly Item[]> {
  let cursor = from
  do {
    const page = await list(defined({ limit: AT_A_TIME, cursor }))
    yield page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** Pieces of a file as a stream, text as UTF-8, made no faster than it is read. */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
