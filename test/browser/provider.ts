import { createHash, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'

/** A provider of OpenID Connect at which everybody is signed in already. */
export interface Provider {
  readonly issuer: string
  /** Tokens that it has given out. */
  readonly tokens: ReadonlySet<string>
  close(): Promise<void>
}

interface Asked {
  readonly client: string
  readonly redirect: string
  readonly challenge: string
}

/** Starts a provider on 127.0.0.1 that knows one page. It gives a token only for a code that it gave, once, and to who proves to have asked for it. */
export async function startProvider(client: string): Promise<Provider> {
  const tokens = new Set<string>()
  const codes = new Map<string, Asked>()
  const app = new Hono()
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app.use('*', cors())
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }),
  )
  app.get('/authorize', (c) => {
    const { client_id, redirect_uri = '', state = '', code_challenge = '', code_challenge_method } = c.req.query()
    if (client_id !== client || code_challenge_method !== 'S256') return c.text('unknown', 400)
    const code = randomUUID()
    codes.set(code, { client, redirect: redirect_uri, challenge: code_challenge })
    return c.redirect(`${redirect_uri}?${new URLSearchParams({ code, state })}`)
  })
  app.post('/token', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const asked = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!asked || asked.challenge !== proof || asked.redirect !== form.get('redirect_uri'))
      return c.json({ error: 'invalid_grant' }, 400)
    const token = randomUUID()
    tokens.add(token)
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: 3600 })
  })
  return { issuer, tokens, close: async () => void (await new Promise((resolve) => server.close(resolve))) }
}
