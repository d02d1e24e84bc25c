import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi, localUploads } from '../../lib/api/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('a queue that cannot be asked fails the one reply, not the process', async () => {
  const { home } = api
  const refused = { ...home.queues.read, depth: () => Promise.reject(new Error('AccessDenied')) }
  const read = Object.assign(Object.create(home.queues.read), refused)
  const store = new Proxy(home.store, {
    get: (target, name) =>
      name === 'tally'
        ? // Later than the refusal, as a busy table answers.
          async (most: number) => new Promise((resolve) => setImmediate(resolve)).then(() => target.tally(most))
        : Reflect.get(target, name).bind(target),
  })
  const told: unknown[] = []
  const app = createApi({
    ...{ ...home, store, queues: { ...home.queues, read }, uploads: localUploads },
    ...{ now: () => new Date(), version: '9.9.9', report: (error: unknown) => void told.push(error) },
  })
  expect((await app.request('/v1/stats')).status).toBe(500)
  expect(told).toMatchObject([{ message: 'AccessDenied' }])
})
