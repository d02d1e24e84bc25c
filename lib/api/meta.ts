import { createRoute } from '@hono/zod-openapi'
import { Health, Quality, Stats } from '../contract/index.ts'
import figures from '../data/quality.json' with { type: 'json' }
import { latestExport } from '../pipeline/manifest.ts'
import type { App } from './app.ts'
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
  responses: replies(
    Stats,
    'Counts of now, or of the last export where there is more than can be counted while you wait',
  ),
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

/** Most documents that are looked at one by one to be counted; beyond, the last export has counted them. */
const MOST = 2000

async function statsOf(home: Services): Promise<Stats> {
  const { store, queues } = home
  const depths = Object.entries(queues).map(async ([name, queue]) => [name, await queue.depth()] as const)
  // Awaited together: a failure that nobody awaits yet would end the process.
  const [tally, ...waiting] = await Promise.all([store.tally(MOST), ...depths])
  const exported = tally.isComplete ? undefined : await latestExport(home)
  const { documents, languages, municipalities } = exported ?? tally
  return {
    documents: { total: Object.values(documents).reduce((total, count) => total + count, 0), ...documents },
    languages: { ...languages },
    municipalities,
    queues: Object.fromEntries(waiting),
    // No time of now: a reply that says the same is to be the same, so that who looks often is told that nothing changed.
    asOf: exported?.run ?? null,
    isComplete: tally.isComplete || exported !== undefined,
  }
}
