import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { factOf, nameOf } from '../compare/index.ts'
import { type Compared, HolderPage } from '../contract/index.ts'
import type { App } from './app.ts'
import { refsOf } from './evidence.ts'
import { knownConcept } from './filter.ts'
import { refOf } from './place.ts'
import { defined, paging, replies } from './reply.ts'
import type { Services } from './services.ts'

/** The routes: path, dimension, what the parameter is called in messages, and what the route answers. */
const ROUTES = [
  ['services', 'services', 'service', 'Municipalities whose documents name a service'],
  ['target-groups', 'targetGroups', 'targetGroup', 'Municipalities whose documents name a target group'],
  ['funders', 'funders', 'funder', 'Municipalities whose documents name a funder or programme'],
] as const satisfies readonly (readonly [string, Compared, Parameters<typeof knownConcept>[0], string])[]

const request = {
  params: z.object({ concept: z.string().max(300) }),
  query: z.object({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Give an ISO 3166-1 code: RS, PL')
      .optional(),
    ...paging,
  }),
}

/** Who has a concept: one query, by country and municipality. */
export function holders(app: App, { store }: Services): void {
  for (const [path, dimension, what, summary] of ROUTES) {
    const route = createRoute({
      method: 'get',
      path: `/v1/${path}/{concept}/municipalities`,
      tags: ['Municipalities'],
      summary,
      request,
      responses: replies(HolderPage, 'A page of municipalities with the words that prove it'),
    })
    app.openapi(route, async (c) => {
      const { concept } = c.req.valid('param')
      const { country, limit, cursor } = c.req.valid('query')
      knownConcept(what, concept)
      const page = await store.edgesOf(dimension, concept, defined({ country }), defined({ limit, cursor }))
      const refs = await refsOf(store, page.items)
      const items = page.items.map((edge) => ({
        municipality: refOf(edge.municipality),
        ...factOf(dimension, [edge], refs),
      }))
      const named = nameOf(dimension, { code: concept, ...defined({ label: page.items[0]?.label }) })
      return c.json({ concept: named, items, cursor: page.cursor ?? null }, 200)
    })
  }
}
