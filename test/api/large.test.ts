import { createHash } from 'node:crypto'
import { parquetReadObjects } from 'hyparquet'
import { afterEach, describe, expect, test } from 'vitest'
import { createApi, localUploads } from '../../lib/api/index.ts'
import { BulkReply, DocumentPage, Stats } from '../../lib/contract/index.ts'
import { writeSlice } from '../../lib/pipeline/dataset.ts'
import { asJson, startApi, type TestApi } from '../support/api.ts'

let api: TestApi | undefined
afterEach(() => api?.stop())

const text = (n: number) => `subject rs-70955 Požega\nservice home-care\nservice food-support ${n}\n`

async function filled(documents: number, more: Parameters<typeof startApi>[0] = {}): Promise<TestApi> {
  api = await startApi(more)
  for (let n = 0; n < documents; n++) await api.upload(`${n}.txt`, text(n))
  await api.work()
  return api
}

/** All replies of an export that is given in parts, by their Link headers. */
async function partsOf({ app }: TestApi, path: string): Promise<Response[]> {
  const parts: Response[] = []
  for (let next: string | undefined = path; next; ) {
    const reply = await app.request(next)
    parts.push(reply)
    next = /^<([^>]+)>; rel="next"$/.exec(reply.headers.get('link') ?? '')?.[1]
  }
  return parts
}

describe('an export where replies are limited', () => {
  test('comes in parts, each within the limit, that together are what a whole one holds', async () => {
    const small = await filled(7, { replyLimit: 3000 })
    const whole = createApi({ ...small.home, uploads: localUploads, now: () => new Date(), version: '9.9.9' })
    const path = '/v1/export?format=jsonl&country=RS'
    const parts = await Promise.all((await partsOf(small, path)).map((reply) => reply.text()))
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThan(3000)
    expect(parts.join('')).toBe(await (await whole.request(path)).text())
  })

  test('is a whole file in each part, whatever its format', async () => {
    const small = await filled(5, { replyLimit: 3000 })
    const found: unknown[] = []
    for (const part of await partsOf(small, '/v1/export?format=parquet')) {
      expect(part.headers.get('content-type')).toBe('application/vnd.apache.parquet')
      found.push(...(await parquetReadObjects({ file: await part.arrayBuffer() })))
    }
    expect(found).toHaveLength(10)
  })
})

test('a file beyond the limit is answered by its own address', async () => {
  const asked: unknown[] = []
  const address = async (key: string, headers: object) => {
    asked.push({ key, ...headers })
    return 'https://files.example/1'
  }
  const { app, upload } = await filled(0, { replyLimit: 100, address })
  const [small, large] = [await upload('a.txt', 'x'.repeat(100)), await upload('b.txt', 'y'.repeat(101))]
  expect((await app.request(`/v1/documents/${small.id}/source`)).status).toBe(200)
  const reply = await app.request(`/v1/documents/${large.id}/source`)
  expect([reply.status, reply.headers.get('location')]).toEqual([302, 'https://files.example/1'])
  expect(asked).toMatchObject([{ disposition: expect.stringContaining('attachment; filename="b.txt"') }])
})

test('counts beyond what may be looked at come from the last export, and say so; without one they are a minimum', async () => {
  const { home } = await filled(3)
  const store = new Proxy(home.store, {
    get: (target, name) =>
      name === 'tally'
        ? async (most: number) => ({ ...(await target.tally(most)), languages: {}, isComplete: false })
        : Reflect.get(target, name).bind(target),
  })
  const now = () => new Date('2026-11-22T12:00:00Z')
  const app = createApi({ ...home, store, uploads: localUploads, now, version: '9.9.9' })
  const stats = async () => Stats.parse(await (await app.request('/v1/stats')).json())
  expect(await stats()).toMatchObject({ documents: { total: 3 }, languages: {}, asOf: null, isComplete: false })
  await writeSlice({ ...home, now: () => new Date('2026-11-22T02:00:00Z') }, {})
  expect(await stats()).toMatchObject({
    ...{ documents: { total: 3, analysed: 3 }, languages: { sr: 3 }, municipalities: 1 },
    ...{ asOf: '2026-11-22T02:00:00.000Z', isComplete: true },
  })
})

describe('re-analysis of many', () => {
  const bulk = async (body: object) => BulkReply.parse(await api?.json('/v1/reanalyses', asJson(body)))
  const revisions = async () =>
    DocumentPage.parse(await api?.json('/v1/documents?limit=200')).items.map(({ revision }) => revision)

  test('counts first, then sends what another version has analysed, and leaves alone what waits', async () => {
    await filled(3)
    const counted = await bulk({ dryRun: true })
    expect(counted).toMatchObject({ documents: 3, outdated: 3, cursor: null })
    expect(await revisions()).toEqual([1, 1, 1])
    expect(await bulk({})).toMatchObject({ outdated: 3 })
    expect(await bulk({ all: true })).toMatchObject({ outdated: 0 })
    await api?.work()
    expect(await revisions()).toEqual([2, 2, 2])
  })

  test('leaves alone what this version has said, unless all is asked for', async () => {
    await filled(1)
    await api?.upload('b.pdf', 'UNREADABLE')
    await api?.work()
    expect(await bulk({ dryRun: true })).toMatchObject({ documents: 2, outdated: 1 })
    expect(await bulk({ dryRun: true, all: true })).toMatchObject({ documents: 2, outdated: 2, scanned: 0 })
    await api?.upload('c.pdf', 'SCAN subject rs-70955 Požega\nservice a\nservice b')
    await api?.work()
    expect(await bulk({ dryRun: true, all: true })).toMatchObject({ documents: 3, outdated: 3, scanned: 3 })
  })

  test('goes on by its cursor until the list is through', async () => {
    const { home } = await filled(0)
    for (let n = 0; n < 101; n++) {
      const sha256 = createHash('sha256').update(String(n)).digest('hex')
      const id = sha256.slice(0, 20)
      const receivedAt = '2026-11-22T10:00:00.000Z'
      await home.store.receive(id, { key: `uploads/${n}`, mediaType: 'text/plain', bytes: 1, sha256, receivedAt })
    }
    const first = await bulk({ dryRun: true })
    expect(first).toMatchObject({ documents: 100, outdated: 0, cursor: expect.any(String) })
    expect(await bulk({ dryRun: true, cursor: first.cursor })).toMatchObject({ documents: 1, cursor: null })
  })
})
