import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { compare } from '../compare/index.ts'
import { COMPARED, type Compared, Comparison, MOST_COMPARED } from '../contract/index.ts'
import type { Place } from '../gazetteer/index.ts'
import type { Store } from '../store/index.ts'
import type { App } from './app.ts'
import { refsOf } from './evidence.ts'
import { resolvePlace } from './place.ts'
import { replies } from './reply.ts'
import type { Services } from './services.ts'

/** A parameter that may be given once or often. */
const repeated = z.preprocess(
  (value) => [value ?? []].flat(),
  z
    .array(z.string().min(1).max(200))
    .min(1, 'Give it at least once: ?municipality=Požega')
    .max(MOST_COMPARED, `At most ${MOST_COMPARED} municipalities can be compared at once`),
)

const route = createRoute({
  method: 'get',
  path: '/v1/compare',
  tags: ['Comparison'],
  summary: 'What the documents of several municipalities say, side by side',
  request: {
    query: z.object({
      municipality: repeated.describe('Id or name; once for each column'),
      dimension: z.enum(COMPARED).default('services'),
    }),
  },
  responses: replies(Comparison, 'Rows are concepts, columns municipalities'),
})

/** The comparison of municipalities: as many queries as columns, whatever the corpus holds. */
export function comparison(app: App, { store }: Services): void {
  app.openapi(route, async (c) => {
    const { municipality, dimension } = c.req.valid('query')
    const places = new Map(municipality.map(resolvePlace).map((place) => [place.id, place]))
    const columns = await Promise.all([...places.values()].map((place) => columnOf(store, place, dimension)))
    const refs = await refsOf(
      store,
      columns.flatMap(({ edges }) => edges),
    )
    return c.json(compare(dimension, columns, refs), 200)
  })
}

async function columnOf(store: Store, { id, country, name }: Place, dimension: Compared) {
  const [profile, edges] = await Promise.all([store.profile(id), store.edges(id, dimension)])
  return { municipality: { id, country, name }, documents: profile?.documents ?? 0, edges }
}
