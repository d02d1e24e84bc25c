import { afterAll, beforeAll, expect, test } from 'vitest'
import { Quality, SETS } from '../../lib/contract/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('says how right the engine is, by dimension and language', async () => {
  const { all, languages } = Quality.parse(await api.json('/v1/quality'))
  expect(Object.keys(all.sets)).toEqual([...SETS])
  expect(Object.keys(languages)).toEqual(expect.arrayContaining(['pl-Latn', 'sr-Cyrl', 'sr-Latn']))
  expect(Object.values(languages).reduce((sum, { documents }) => sum + documents, 0)).toBe(all.documents)
})
