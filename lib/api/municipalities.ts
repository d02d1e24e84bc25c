import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { factsOf } from '../compare/index.ts'
import { COMPARED, type Compared, type Fact, MunicipalityPage, Profile } from '../contract/index.ts'
import type { App } from './app.ts'
import { refsOf } from './evidence.ts'
import { resolvePlace } from './place.ts'
import { defined, paging, replies } from './reply.ts'
import type { Services } from './services.ts'
import { municipalityOf } from './view.ts'

const tags = ['Municipalities']

const list = createRoute({
  method: 'get',
  path: '/v1/municipalities',
  tags,
  summary: 'Municipalities with documents, by name',
  request: {
    query: z.object({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'Give an ISO 3166-1 code: RS, PL')
        .optional(),
      q: z.string().max(100).optional().describe('Part of the name, in any script, with or without diacritics'),
      ...paging,
    }),
  },
  responses: replies(MunicipalityPage, 'A page of municipalities'),
})

const one = createRoute({
  method: 'get',
  path: '/v1/municipalities/{id}',
  tags,
  summary: 'All that the documents of one municipality say',
  request: { params: z.object({ id: z.string().describe('Id or name: rs-70955, Požega, Пожега') }) },
  responses: replies(Profile, 'The profile; empty lists where there are no documents'),
})

/** Municipalities: their list and their profiles. */
export function municipalities(app: App, { store }: Services): void {
  app.openapi(list, async (c) => {
    const { limit, cursor, country, q } = c.req.valid('query')
    const page = await store.profiles(defined({ country, query: q }), defined({ limit, cursor }))
    return c.json({ items: page.items.map(municipalityOf), cursor: page.cursor ?? null }, 200)
  })
  app.openapi(one, async (c) => {
    const { id, country, name, type, population } = resolvePlace(c.req.valid('param').id)
    const [profile, edges] = await Promise.all([store.profile(id), store.edges(id)])
    const refs = await refsOf(store, edges)
    const facts = Object.fromEntries(COMPARED.map((dimension) => [dimension, factsOf(dimension, edges, refs)]))
    return c.json(
      {
        ...{ id, country, name, type, population },
        documents: profile?.documents ?? 0,
        updatedAt: profile?.updatedAt ?? null,
        facts: facts as Record<Compared, Fact[]>,
      },
      200,
    )
  })
}
