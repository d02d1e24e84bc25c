import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as z from 'zod'
import { StratlasError } from '../contract/index.ts'
import { type ExportFormat, FORMAT_NAMES, formatOf, formats, type Row, rowsOf } from '../export/index.ts'
import { recordsOf } from '../pipeline/records.ts'
import { cursorBehind, type DocumentFilter, type DocumentItem } from '../store/index.ts'
import type { App } from './app.ts'
import { FilterQuery, filterOf } from './filter.ts'
import { pagesOf, streamOf } from './pages.ts'
import { file, found, paging } from './reply.ts'
import type { Services } from './services.ts'
import { attachment } from './source.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/export',
  tags: ['Export'],
  summary: 'The data set, filtered: a row for each municipality × dimension × concept × document',
  description: 'Where there is more than one reply may hold, a Link header (rel="next") says where it goes on.',
  request: { query: FilterQuery.extend({ format: z.enum(FORMAT_NAMES).default('csv'), cursor: paging.cursor }) },
  responses: file('The data set', ...formats.map(({ mediaType }) => mediaType)),
})

/** Documents that one reply of limited size takes on at most: what can be fetched while someone waits. */
const MOST = 500

/** The data set as a file: written while it is read, or, where replies are limited, as one file after the other. */
export function dataset(app: App, services: Services): void {
  app.openapi(route, async (c) => {
    const { format: name, cursor, ...query } = c.req.valid('query')
    const format = found(formatOf(name), () => new StratlasError('REQUEST_INVALID', `There is no format "${name}".`))
    const documents = rowsIn(services, filterOf(query), cursor)
    const limit = services.replyLimit
    return limit === undefined ? whole(c, format, documents) : part(c, format, await upTo(limit, documents))
  })
}

/** A document and its rows. */
type Documents = AsyncGenerator<readonly [DocumentItem, readonly Row[]]>

async function* rowsIn({ store, blobs }: Services, filter: DocumentFilter, cursor: string | undefined): Documents {
  for await (const items of pagesOf((page) => store.documents(filter, page), cursor))
    for await (const [item, record] of recordsOf(blobs, items)) yield [item, record ? rowsOf(record) : []]
}

const whole = (c: Context, format: ExportFormat, documents: Documents) =>
  c.body(streamOf(format.write(rowsOnly(documents))), 200, headersOf(format))

async function* rowsOnly(documents: Documents): AsyncGenerator<Row> {
  for await (const [, rows] of documents) yield* rows
}

function part(
  c: Context,
  format: ExportFormat,
  { rows, cursor }: { rows: readonly Row[]; cursor: string | undefined },
) {
  if (cursor !== undefined) {
    const next = new URLSearchParams({ ...c.req.query(), cursor })
    c.header('link', `</v1/export?${next}>; rel="next"`)
  }
  return c.body(streamOf(format.write(rows)), 200, headersOf(format))
}

/** Rows of so many documents as a reply may hold, by their size as JSON: other formats take less. */
async function upTo(limit: number, documents: Documents): Promise<{ rows: Row[]; cursor: string | undefined }> {
  const taken: Row[] = []
  let bytes = 0
  let looked = 0
  let last: DocumentItem | undefined
  for await (const [item, rows] of documents) {
    bytes += Buffer.byteLength(JSON.stringify(rows))
    if (last && (bytes > limit || looked >= MOST)) return { rows: taken, cursor: cursorBehind(last) }
    taken.push(...rows)
    looked++
    last = item
  }
  return { rows: taken, cursor: undefined }
}

const headersOf = ({ name, mediaType }: ExportFormat) => ({
  'content-type': mediaType,
  'content-disposition': attachment(`stratlas.${name}`),
})
