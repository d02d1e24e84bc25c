import type { App } from './app.ts'
import { documentation } from './documentation.ts'
import type { Services } from './services.ts'

const ABOUT = `What municipal social-policy strategies, and the news about them, say: services, target groups, periods and
funders, each with the words that prove it. Offsets are UTF-16 code units, half-open. "Not found" always means: not found
in these documents.`

/** The API's description of itself: OpenAPI 3.1 for programs, a page without scripts for people. */
export function description(app: App, { version }: Services): void {
  const info = { title: 'stratlas', version, description: ABOUT.replaceAll('\n', ' ') }
  const document = () => app.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: '/' }] })
  app.get('/v1/openapi.json', (c) => c.json(document()))
  app.get('/v1/docs', (c) => {
    const { page, policy } = documentation(document())
    c.header('content-security-policy', policy)
    return c.html(page)
  })
}
