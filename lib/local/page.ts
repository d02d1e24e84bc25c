import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Where `vite build web` puts the page. */
const DIST = join(import.meta.dirname, '../../web/dist')

const NOT_BUILT = 'The page is not built yet: run "npm run build" and reload. The API is at /v1/docs.'

/** The built page: its own files and nothing from elsewhere. */
export function page(directory = DIST): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  )
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', c.req.path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache')
  })
  app.use(serveStatic({ root: directory }))
  app.notFound((c) => (existsSync(directory) ? c.text('There is no such page.', 404) : c.text(NOT_BUILT, 503)))
  return app
}
