import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { DocumentPage, DocumentReply, DocumentText, Reanalysis, StratlasError } from '../contract/index.ts'
import { readingOf, recordOf } from '../pipeline/derived.ts'
import { progressOf } from '../pipeline/progress.ts'
import { reanalyse } from '../pipeline/reanalyse.ts'
import { remove } from '../pipeline/remove.ts'
import type { App } from './app.ts'
import { FilterQuery, filterOf } from './filter.ts'
import { accepted, defined, found, noDocument, nothing, paging, replies } from './reply.ts'
import type { Services } from './services.ts'
import { replyOf, summaryOf } from './view.ts'

const tags = ['Documents']
const params = z.object({ id: z.string().describe('First 20 hex digits of the SHA-256 of the bytes') })

const list = createRoute({
  method: 'get',
  path: '/v1/documents',
  tags,
  summary: 'Documents, newest first',
  request: { query: FilterQuery.extend(paging) },
  responses: replies(DocumentPage, 'A page of documents'),
})

const one = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  tags,
  summary: 'The analysis record of a document, without its text',
  request: { params },
  responses: replies(DocumentReply, 'The record'),
})

const text = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/text',
  tags,
  summary: 'The text that all offsets point into',
  request: { params },
  responses: replies(DocumentText, 'The text'),
})

const removal = createRoute({
  method: 'delete',
  path: '/v1/documents/{id}',
  tags,
  summary: 'Removes a document and all that is said on its word',
  request: { params },
  responses: nothing('Removed'),
})

const again = createRoute({
  method: 'post',
  path: '/v1/documents/{id}/reanalyse',
  tags,
  summary: 'Puts a document through the whole engine again',
  request: { params },
  responses: accepted(Reanalysis, 'Accepted; until it is done the last analysis stays'),
})

/** Documents: their list, records and texts, removal and re-analysis. */
export function documents(app: App, home: Services): void {
  const item = async (id: string) => found(await home.store.document(id), () => noDocument(id))

  app.openapi(list, async (c) => {
    const { limit, cursor, ...query } = c.req.valid('query')
    const page = await home.store.documents(filterOf(query), defined({ limit, cursor }))
    return c.json({ items: page.items.map(summaryOf), cursor: page.cursor ?? null }, 200)
  })
  app.openapi(one, async (c) => {
    const document = await item(c.req.valid('param').id)
    const [record, progress] = await Promise.all([recordOf(home.blobs, document), progressOf(home.blobs, document)])
    return c.json(replyOf(document, { record, progress }), 200)
  })
  app.openapi(text, async (c) => {
    const document = await item(c.req.valid('param').id)
    const { reading } = found(await readingOf(home.blobs, document), () => noText(document.status))
    return c.json({ id: document.id, text: reading.text, pages: [...reading.pages] }, 200)
  })
  app.openapi(removal, async (c) => {
    await remove(home, c.req.valid('param').id)
    return c.body(null, 204)
  })
  app.openapi(again, async (c) => {
    const { id } = c.req.valid('param')
    return c.json({ id, revision: await reanalyse(home, id) }, 202)
  })
}

const noText = (status: string): StratlasError =>
  status === 'failed'
    ? new StratlasError('TEXT_NOT_FOUND', 'No text could be read from this document. Its record says why.')
    : new StratlasError('TEXT_NOT_FOUND', 'This document has not been read yet. Ask again in a moment.')
