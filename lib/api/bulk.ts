import { createRoute } from '@hono/zod-openapi'
import { BulkReply, BulkRequest } from '../contract/index.ts'
import { reanalyseSome } from '../pipeline/bulk.ts'
import type { App } from './app.ts'
import { accepted } from './reply.ts'
import type { Services } from './services.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/reanalyses',
  tags: ['Documents'],
  summary: 'Puts the documents of a page through the engine again that another version of it has analysed',
  request: { body: { required: true, content: { 'application/json': { schema: BulkRequest } } } },
  responses: accepted(BulkReply, 'What was gone through; go on with its cursor'),
})

/** Re-analysis of many documents, page by page. */
export function bulk(app: App, home: Services): void {
  app.openapi(route, async (c) => c.json(await reanalyseSome(home, c.req.valid('json')), 202))
}
