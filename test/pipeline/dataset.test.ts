import { parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ExportJob, writeSlice } from '../../lib/pipeline/dataset.ts'
import { latestExport } from '../../lib/pipeline/manifest.ts'
import { startApi, type TestApi } from '../support/api.ts'

const TEXTS = [
  'subject rs-70955 Požega\nservice home-care\n',
  'subject pl-247201 Ruda Śląska\nservice home-care\nservice food-support\n',
  'subject rs-70955 Požega\nsubject pl-247201 Ruda Śląska\nservice home-care\n',
  'service home-care of nowhere\n',
  'UNREADABLE',
]
const LIMITS = { documents: 2, rows: 1000 }
const now = () => new Date('2026-11-22T02:00:00Z')

let api: TestApi
beforeEach(async () => {
  api = await startApi()
  for (const [n, text] of TEXTS.entries()) await api.upload(`${n}.txt`, text)
  await api.work()
})
afterEach(() => api.stop())

/** Works off a run; each slice as often as its message is delivered. */
async function run(deliveries = 1): Promise<number> {
  let slices = 0
  for (let job: ExportJob | undefined = {}; job; slices++) {
    const current: ExportJob = job
    for (let i = 0; i < deliveries; i++) job = await writeSlice({ ...api.home, now }, current, LIMITS)
  }
  return slices
}

/** What the files of the last run say, each with the partition that it lies in. */
async function exported(): Promise<{ partition: string; row: Record<string, unknown> }[]> {
  const { files = [] } = (await latestExport(api.home)) ?? {}
  const all = files.map(async ({ key, rows }) => {
    const bytes = await api.home.blobs.get(key)
    const found = await parquetReadObjects({ file: new Uint8Array(bytes ?? []).buffer })
    expect(found).toHaveLength(rows)
    return found.map((row) => ({ partition: key.split('/').slice(2, -1).join('/'), row }))
  })
  return (await Promise.all(all)).flat()
}

test('the data set is written slice by slice as Parquet, partitioned by country and kind', async () => {
  expect(await run()).toBe(3)
  const found = await exported()
  const { body } = await api.app.request('/v1/export?format=jsonl')
  const lines = (await new Response(body).text()).trimEnd().split('\n').sort()
  expect(found.map(({ row }) => JSON.stringify(row)).sort()).toEqual(lines)
  for (const { partition, row } of found)
    expect(partition).toBe(`country=${row['country'] || 'none'}/kind=${row['kind']}`)
  expect(new Set(found.map(({ partition }) => partition.slice(8, 12)))).toEqual(new Set(['RS/k', 'PL/k', 'none']))
})

test('a run is known only when it is whole, and counts on its way what there is', async () => {
  const next = await writeSlice({ ...api.home, now }, {}, LIMITS)
  expect(next).toMatchObject({ run: '2026-11-22T02:00:00.000Z', slice: 1 })
  expect(await latestExport(api.home)).toBeUndefined()
  await run()
  expect(await latestExport(api.home)).toMatchObject({
    documents: { received: 0, reading: 0, analysed: 4, failed: 1 },
    languages: { sr: 4, und: 1 },
    municipalities: 2,
    rows: 6,
  })
})

test('slices that are delivered twice write the same files', async () => {
  await run()
  const once = await latestExport(api.home)
  await run(2)
  expect(await latestExport(api.home)).toEqual(once)
})
