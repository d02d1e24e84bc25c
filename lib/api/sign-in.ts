import { createRoute } from '@hono/zod-openapi'
import { SignIn } from '../contract/index.ts'
import type { App } from './app.ts'
import { replies } from './reply.ts'
import type { Services } from './services.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/sign-in',
  tags: ['Service'],
  summary: 'How the page signs people in, by Authorization Code and PKCE',
  responses: replies(SignIn, 'The provider; null where there is none, as on one machine'),
})

/** What the page needs to know before anybody has signed in. */
export function signIn(app: App, { signIn: provider }: Services): void {
  app.openapi(route, (c) => c.json({ provider: provider ?? null }, 200))
}
