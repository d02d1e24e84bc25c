import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagePolicy } from '../../infra/page-policy.ts'
import { createApi, localUploads } from '../../lib/api/index.ts'
import { type LocalHome, openHome } from '../../lib/local/home.ts'
import { launch, open } from './browser.ts'
import { type Provider, startProvider } from './provider.ts'

const root = join(import.meta.dirname, '../..')
let data: string
let home: LocalHome
let browser: Browser
let provider: Provider
let server: ReturnType<typeof createAdaptorServer>
let address: string

/** Page and API as the cloud serves them: under its policy, and writing only with a token of the provider. */
function cloud(): Hono {
  const signIn = { issuer: provider.issuer, clientId: 'page', audience: 'stratlas' }
  const api = createApi({ ...home, uploads: localUploads, now: () => new Date(), version: '0.1.0', signIn })
  const app = new Hono()
  app.all('/v1/*', (c) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const isReading = c.req.method === 'GET' || c.req.path === '/v1/uploads/content'
    return isReading || provider.tokens.has(token ?? '')
      ? api.fetch(c.req.raw)
      : c.json({ message: 'Unauthorized' }, 401)
  })
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', pagePolicy([provider.issuer]))
  })
  app.use(serveStatic({ root: join(data, 'page') }))
  return app
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stratlas-sign-in-'))
  const outDir = join(data, 'page')
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'error', build: { outDir } })
  home = openHome(data)
  provider = await startProvider('page')
  server = createAdaptorServer({ fetch: cloud().fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server?.close(resolve))
  await provider?.close()
  await home?.close()
  await rm(data, { recursive: true, force: true })
})

const FILE = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Opština Požega planira pomoć u kući.') }

test('who has signed in with the provider can add documents from the page, others are told to', async () => {
  const { page, errors } = await open(browser, `${address}/?page=documents`)
  await page.getByLabel('Documents to add').first().setInputFiles(FILE)
  await page.getByText('SIGN_IN_NEEDED').first().waitFor()
  expect((await home.store.documents({}, { limit: 1 })).items).toEqual([])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  expect(page.url()).toBe(`${address}/?page=documents`)
  await page.getByLabel('Documents to add').first().setInputFiles(FILE)
  await expect.poll(async () => (await home.store.documents({}, { limit: 1 })).items.length).toBe(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(errors.filter((error) => !error.includes('401'))).toEqual([])
  await page.context().close()
})

test('a reply of the provider that nobody has asked for signs nobody in', async () => {
  const { page } = await open(browser, `${address}/?code=stolen&state=forged`)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.context().close()
})
