import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DocumentPage } from '../../lib/contract/index.ts'
import { type LocalServer, startServer } from '../../lib/local/server.ts'

let folder: string
let server: LocalServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stratlas-server-'))
  server = await startServer({ data: join(folder, 'data'), port: 0 })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** A request with headers that `fetch` would not let through. */
const ask = async (method: string, path: string, headers: Record<string, string>): Promise<number | undefined> => {
  const sent = request(new URL(path, server.address), { method, headers }).end()
  const [reply] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }]
  reply.resume()
  return reply.statusCode
}

test('is on this machine only', () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

describe('lets in', () => {
  const own = () => new URL(server.address).host
  test.each([
    ['its own name', () => ({ host: own() }), 200],
    ['localhost', () => ({ host: own().replace('127.0.0.1', 'localhost') }), 200],
    ['no other name that leads here', () => ({ host: 'evil.example' }), 403],
    ['no name that only begins like its own', () => ({ host: '127.0.0.1.evil.example' }), 403],
  ])('%s', async (_what, headers, status) => {
    expect(await ask('GET', '/v1/health', headers())).toBe(status)
    expect(await ask('GET', '/', headers())).not.toBe(status === 200 ? 403 : 200)
  })

  test.each([
    ['a program', {}, 404],
    ['no page of another origin', { origin: 'http://evil.example' }, 403],
    ['no page without an origin', { origin: 'null' }, 403],
  ])('to write: %s', async (_what, headers, status) => {
    expect(await ask('DELETE', '/v1/documents/0000', headers)).toBe(status)
  })

  test('to write: its own page', async () => {
    expect(await ask('DELETE', '/v1/documents/0000', { origin: server.address })).toBe(404)
  })
})

test('serves nothing outside the page', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/vite.config.ts',
  ])
    expect(await ask('GET', path, {}), path).not.toBe(200)
})

test('adds the samples once, and stops when it is told to', async () => {
  const entry = fileURLToPath(new URL('../../lib/cli/index.ts', import.meta.url))
  const counts: number[] = []
  for (let start = 0; start < 2; start++) {
    const args = ['serve', '--port', '0', '--sample', '--data', join(folder, 'samples')]
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const address = /http:\S+/.exec(String(line))?.[0]
    const reply = await fetch(`${address}/v1/documents?limit=200`)
    counts.push(DocumentPage.parse(await reply.json()).items.length)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }
  expect(counts[0]).toBeGreaterThanOrEqual(10)
  expect(counts[1]).toBe(counts[0])
})
