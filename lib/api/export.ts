import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { StratlasError } from '../contract/index.ts'
import { FORMAT_NAMES, formatOf, formats, type Row, rowsOf } from '../export/index.ts'
import { recordOf } from '../pipeline/derived.ts'
import type { DocumentFilter } from '../store/index.ts'
import type { App } from './app.ts'
import { FilterQuery, filterOf } from './filter.ts'
import { everyItem, streamOf } from './pages.ts'
import { file, found } from './reply.ts'
import type { Services } from './services.ts'
import { attachment } from './source.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/export',
  tags: ['Export'],
  summary: 'The data set, filtered: a row for each municipality × dimension × concept × document',
  request: { query: FilterQuery.extend({ format: z.enum(FORMAT_NAMES).default('csv') }) },
  responses: file('The data set', ...formats.map(({ mediaType }) => mediaType)),
})

/** The data set as a file, written while it is read: its size does not matter. */
export function dataset(app: App, services: Services): void {
  app.openapi(route, (c) => {
    const { format: name, ...query } = c.req.valid('query')
    const format = found(formatOf(name), () => new StratlasError('REQUEST_INVALID', `There is no format "${name}".`))
    return c.body(streamOf(format.write(rowsIn(services, filterOf(query)))), 200, {
      'content-type': format.mediaType,
      'content-disposition': attachment(`stratlas.${format.name}`),
    })
  })
}

async function* rowsIn({ store, blobs }: Services, filter: DocumentFilter): AsyncGenerator<Row> {
  for await (const item of everyItem((page) => store.documents(filter, page))) {
    const record = await recordOf(blobs, item)
    if (record) yield* rowsOf(record)
  }
}
