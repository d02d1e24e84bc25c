import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Row } from '../export/index.ts'
import type { Client } from './client.ts'

/** Rows of the data set, one part after the other where an installation answers in parts. */
export async function* rowsOf(client: Client): AsyncGenerator<Row> {
  for (let path: string | undefined = '/v1/export?format=jsonl'; path !== undefined; ) {
    const reply: Response = await client.request(path)
    const input = Readable.fromWeb((reply.body ?? new Blob().stream()) as ReadableStream)
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line) yield JSON.parse(line) as Row
    path = nextIn(reply.headers.get('link'))
  }
}

/** Where a Link header (RFC 8288) says that it goes on: `</v1/export?cursor=…>; rel="next"`. */
const nextIn = (link: string | null): string | undefined => /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1]
