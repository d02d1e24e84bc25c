import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { skosOf } from '../concepts/index.ts'
import { SCHEMES, SkosScheme, SkosSchemes } from '../contract/index.ts'
import type { App } from './app.ts'
import { replies } from './reply.ts'

const content = { 'application/ld+json': { schema: z.union([SkosScheme, SkosSchemes]) } }

const route = createRoute({
  method: 'get',
  path: '/v1/concepts',
  tags: ['Concepts'],
  summary: 'The concept schemes as SKOS in JSON-LD',
  request: { query: z.object({ scheme: z.enum(SCHEMES).optional().describe('One scheme; all where it is missing') }) },
  responses: { ...replies(SkosSchemes, 'One scheme or all'), 200: { description: 'One scheme or all', content } },
})

/** The concept schemes with their labels in every language. */
export function concepts(app: App): void {
  app.openapi(route, (c) => {
    const { scheme } = c.req.valid('query')
    const reply: SkosScheme | SkosSchemes = scheme ? skosOf(scheme) : { schemes: SCHEMES.map(skosOf) }
    return c.json(reply, 200, { 'content-type': 'application/ld+json' })
  })
}
