import type { Page, PageRequest } from '../store/index.ts'
import { defined } from './reply.ts'

/** Items that are asked for at a time where all are wanted. */
const AT_A_TIME = 200

/** Every item of a list that comes in pages. */
export async function* everyItem<Item>(list: (page: PageRequest) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const page = await list(defined({ limit: AT_A_TIME, cursor }))
    yield* page.items
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
