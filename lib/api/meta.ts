import { createRoute } from '@hono/zod-openapi'
import { Health, Quality, STATUSES, Stats } from '../contract/index.ts'
import figures from '../data/quality.json' with { type: 'json' }
import type { DocumentItem } from '../store/index.ts'
import type { App } from './app.ts'
import { everyItem } from './pages.ts'
import { replies } from './reply.ts'
import type { Services } from './services.ts'

const tags = ['Service']

const health = createRoute({
  method: 'get',
  path: '/v1/health',
  tags,
  summary: 'Is it there?',
  responses: replies(Health, 'It is'),
})

const stats = createRoute({
  method: 'get',
  path: '/v1/stats',
  tags,
  summary: 'What there is, and what is still to be done',
  responses: replies(Stats, 'Counts of now; nothing is counted in advance, so nothing drifts'),
})

const quality = createRoute({
  method: 'get',
  path: '/v1/quality',
  tags,
  summary: 'How right the engine is on documents annotated by hand',
  responses: replies(Quality, 'Precision and recall by dimension, language and kind; calibration; baselines'),
})

/** Parsed when it is first asked for: a start has no use for it. */
let measured: Quality | undefined

/** Liveness, counts and quality. */
export function meta(app: App, home: Services): void {
  app.openapi(health, (c) =>
    c.json({ status: 'ok' as const, version: home.version, time: home.now().toISOString() }, 200),
  )
  app.openapi(quality, (c) => {
    measured ??= Quality.parse(figures)
    return c.json(measured, 200)
  })
  app.openapi(stats, async (c) => c.json(await statsOf(home), 200))
}

async function statsOf({ store, queues }: Services): Promise<Stats> {
  const documents: DocumentItem[] = []
  for await (const item of everyItem((page) => store.documents({}, page))) documents.push(item)
  let municipalities = 0
  for await (const _ of everyItem((page) => store.profiles({}, page))) municipalities++
  const depths = Object.entries(queues).map(async ([name, queue]) => [name, await queue.depth()] as const)
  return {
    documents: { total: documents.length, ...tally(documents, STATUSES) },
    languages: Object.fromEntries(
      [...Map.groupBy(documents, ({ language }) => language ?? 'und')].map(([code, own]) => [code, own.length]),
    ),
    municipalities,
    queues: Object.fromEntries(await Promise.all(depths)),
  }
}

const tally = <Status extends string>(documents: readonly DocumentItem[], statuses: readonly Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, documents.filter((document) => document.status === status).length]),
  ) as Record<Status, number>
