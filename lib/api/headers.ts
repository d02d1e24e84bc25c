import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Name of the header that says which version of code and lists made the data. */
export const DATA_VERSION = 'stratlas-data-version'

/** A policy for replies that are data: a browser that shows one loads and runs nothing. */
const policy = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=31536000',
})

/** Security headers and the data version on every reply; a route's own policy stays. */
export const headers = (version: string): MiddlewareHandler =>
  async function headers(c, next) {
    let own: string | null = null
    await policy(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    if (own) c.header('content-security-policy', own)
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache')
    c.header(DATA_VERSION, version)
  }
