import { etag } from 'hono/etag'
import { engine, versionOf } from '../pipeline/engine.ts'
import { type App, newApp } from './app.ts'
import { bulk } from './bulk.ts'
import { comparison } from './comparison.ts'
import { concepts } from './concepts.ts'
import { description } from './description.ts'
import { documents } from './documents.ts'
import { dataset } from './export.ts'
import { DATA_VERSION, headers } from './headers.ts'
import { holders } from './holders.ts'
import { meta } from './meta.ts'
import { municipalities } from './municipalities.ts'
import type { Services } from './services.ts'
import { signIn } from './sign-in.ts'
import { source } from './source.ts'
import { uploads } from './upload.ts'
import { words } from './words.ts'

export type { App } from './app.ts'
export type { Services } from './services.ts'
export { take } from './take.ts'
export { localUploads } from './uploads.ts'

/** The parts of the API, in the order in which its description lists them. */
const parts: readonly ((app: App, services: Services) => void)[] = [
  uploads,
  documents,
  bulk,
  source,
  words,
  municipalities,
  comparison,
  holders,
  concepts,
  dataset,
  meta,
  signIn,
  description,
]

/** The HTTP API over a home: the same object in a Lambda and on one machine. `app.request('/v1/health')` tries it. */
export function createApi(services: Services): App {
  const app = newApp(services.report)
  app.use(headers(versionOf({ ...engine, version: services.version })))
  app.use('/v1/*', etag({ retainedHeaders: ['cache-control', 'etag', 'vary', DATA_VERSION] }))
  for (const part of parts) part(app, services)
  return app
}
