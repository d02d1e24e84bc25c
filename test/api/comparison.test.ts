import { afterAll, beforeAll, expect, test } from 'vitest'
import { Comparison, HolderPage, SkosScheme, SkosSchemes } from '../../lib/contract/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await api.upload('old.txt', 'subject rs-70955 Požega\nservice home-care stara\n')
  await api.upload('new.txt', 'subject rs-70955 Požega\nservice home-care nova\nservice food-support\n')
  await api.upload('bor.txt', 'subject rs-70327 Bor\nservice food-support\n')
  await api.work()
})
afterAll(() => api.stop())

const compare = async (query: string) => Comparison.parse(await api.json(`/v1/compare?${query}`))

test('compares municipalities by name in any script, in the order asked for', async () => {
  const names = ['Bor', 'Пожега', 'Ruda Śląska'].map((name) => `municipality=${encodeURIComponent(name)}`)
  const { columns, rows } = await compare(names.join('&'))
  expect(columns.map(({ id, documents }) => [id, documents])).toEqual([
    ['rs-70327', 1],
    ['rs-70955', 2],
    ['pl-247201', 0],
  ])
  expect(rows.map(({ concept, cells }) => [concept.id, ...cells.map(({ state }) => state)])).toEqual([
    ['home-care', 'not-found', 'found', 'no-documents'],
    ['food-support', 'found', 'found', 'no-documents'],
  ])
})

test('every cell that is found leads to the words in their document', async () => {
  const { rows } = await compare('municipality=rs-70955&municipality=bor')
  const quotes = rows.flatMap(({ cells }) => cells).flatMap((cell) => cell.quotes)
  expect(quotes).toHaveLength(4)
  for (const { document, start, end, text, sentence, highlight } of quotes) {
    const whole = (await api.json(`/v1/documents/${document}/text`)) as { text: string }
    expect(whole.text.slice(start, end)).toBe(text)
    expect(sentence.slice(...(highlight ?? [0, 0]))).toBe(text)
  }
})

test('one municipality twice is one column', async () => {
  expect((await compare('municipality=bor&municipality=rs-70327')).columns).toHaveLength(1)
})

test('answers who has a concept', async () => {
  const page = HolderPage.parse(await api.json('/v1/services/food-support/municipalities'))
  expect(page.items.map(({ municipality }) => municipality.name).sort()).toEqual(['Bor', 'Požega'])
  expect(page.concept.labels.en).toBe('Soup kitchen, meals and food aid')
  expect(HolderPage.parse(await api.json('/v1/target-groups/roma/municipalities')).items).toEqual([])
})

test('answers the concept schemes', async () => {
  const reply = await api.app.request('/v1/concepts?scheme=target-groups')
  expect(reply.headers.get('content-type')).toBe('application/ld+json')
  expect(SkosScheme.parse(await reply.json()).notation).toBe('target-groups')
  expect(SkosSchemes.parse(await api.json('/v1/concepts')).schemes).toHaveLength(2)
})

test('exports the data set, whole and filtered', async () => {
  const reply = await api.app.request('/v1/export')
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect((await reply.text()).trimEnd().split('\r\n')).toHaveLength(1 + 4)
  const filtered = await (await api.app.request('/v1/export?format=jsonl&municipality=Bor')).text()
  const rows = filtered
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(rows).toMatchObject([{ municipality: 'rs-70327', concept: 'food-support', quote: 'service food-support' }])
})
