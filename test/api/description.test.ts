import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES, Health } from '../../lib/contract/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('OpenAPI 3.1 describes every route, and all that it refers to is there', async () => {
  const document = (await api.json('/v1/openapi.json')) as {
    openapi: string
    paths: Record<string, object>
    components: { schemas: Record<string, unknown> }
  }
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const routes = api.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !['/v1/openapi.json', '/v1/docs'].includes(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect(new Set(described)).toEqual(new Set(routes))
  const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)
  for (const [, name] of references) expect(document.components.schemas).toHaveProperty(String(name))
})

test('the page for people needs nothing from elsewhere and lists every code', async () => {
  const reply = await api.app.request('/v1/docs')
  const page = await reply.text()
  expect(page).not.toMatch(/<script|https?:\/\//)
  for (const code of Object.keys(ERROR_CODES)) expect(page).toContain(`id="${code}"`)
  expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
})

test('replies carry the data version, an ETag, and headers that keep browsers careful', async () => {
  const first = await api.app.request('/v1/concepts?scheme=services')
  expect(first.headers.get('stratlas-data-version')).toMatch(/^9\.9\.9\+sha256-/)
  expect(first.headers.get('x-content-type-options')).toBe('nosniff')
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
  expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
  const etag = first.headers.get('etag') ?? ''
  const second = await api.app.request('/v1/concepts?scheme=services', { headers: { 'if-none-match': etag } })
  expect([second.status, await second.text()]).toEqual([304, ''])
})

test('it is there', async () => {
  expect(Health.parse(await api.json('/v1/health'))).toMatchObject({ status: 'ok', version: '9.9.9' })
})
