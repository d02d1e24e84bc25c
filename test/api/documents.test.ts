import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AnalysisRecord,
  DocumentPage,
  DocumentReply,
  DocumentText,
  MunicipalityPage,
  Profile,
  Stats,
} from '../../lib/contract/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const POZEGA = 'subject rs-70955 Požega\nservice home-care older\n'

describe('a document', () => {
  let id: string
  beforeAll(async () => {
    id = (await api.upload('../Стратегија "Пожега".txt', POZEGA)).id
  })

  test('is listed at once, before it is read', async () => {
    const { items } = DocumentPage.parse(await api.json('/v1/documents'))
    expect(items).toMatchObject([{ id, status: 'received', title: null }])
    expect(DocumentReply.parse(await api.json(`/v1/documents/${id}`)).services).toEqual([])
    expect(await api.json(`/v1/documents/${id}/text`)).toMatchObject({ code: 'TEXT_NOT_FOUND' })
  })

  test('answers its record, and its text that the offsets point into', async () => {
    await api.work()
    const reply = DocumentReply.parse(await api.json(`/v1/documents/${id}`))
    const { text } = DocumentText.parse(await api.json(reply.links.text))
    expect(AnalysisRecord.safeParse({ ...reply, text }).success).toBe(true)
    expect(reply.services.map(({ concept }) => concept)).toEqual(['home-care'])
    for (const mention of reply.services.flatMap(({ mentions }) => mentions))
      expect(text.slice(mention.start, mention.end)).toBe(mention.text)
  })

  test('gives its file back as a download that no browser runs', async () => {
    const reply = await api.app.request(`/v1/documents/${id}/source`)
    expect(await reply.text()).toBe(POZEGA)
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename=".*"; filename\*=UTF-8''%D0%A1/)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('is the same document when its bytes come again', async () => {
    expect(await api.upload('other.txt', POZEGA)).toMatchObject({ id, isNew: false })
    await api.work()
    expect(DocumentPage.parse(await api.json('/v1/documents')).items).toHaveLength(1)
  })

  test('is found by what it is about and names, and by nothing else', async () => {
    const count = async (query: string) => DocumentPage.parse(await api.json(`/v1/documents?${query}`)).items.length
    expect(await count('municipality=pozega&service=home-care&country=RS&status=analysed')).toBe(1)
    expect(await count('municipality=rs-70955&service=food-support')).toBe(0)
    expect(await count('country=PL')).toBe(0)
  })

  test('can be analysed again', async () => {
    const reply = await api.app.request(`/v1/documents/${id}/reanalyse`, { method: 'POST' })
    expect([reply.status, await reply.json()]).toEqual([202, { id, revision: 2 }])
    await api.work()
    expect(await api.json(`/v1/documents/${id}`)).toMatchObject({ status: 'analysed', revision: 2 })
  })

  test('takes all that is said on its word with it', async () => {
    const list = async () => MunicipalityPage.parse(await api.json('/v1/municipalities?q=пожега')).items
    expect(await list()).toMatchObject([{ id: 'rs-70955', documents: 1, counts: { services: 1 } }])
    expect((await api.app.request(`/v1/documents/${id}`, { method: 'DELETE' })).status).toBe(204)
    await api.work()
    expect(await list()).toEqual([])
    expect(await api.json(`/v1/documents/${id}`)).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    const profile = Profile.parse(await api.json('/v1/municipalities/Požega'))
    expect(profile).toMatchObject({ documents: 0, facts: { services: [] } })
  })
})

test('a document that cannot be read says why', async () => {
  const { id } = await api.upload('broken.pdf', 'UNREADABLE')
  await api.work()
  const reply = DocumentReply.parse(await api.json(`/v1/documents/${id}`))
  expect(reply).toMatchObject({ status: 'failed', problems: [{ code: 'PDF_DAMAGED' }] })
  expect(Stats.parse(await api.json('/v1/stats')).documents).toMatchObject({ failed: 1 })
})

test('a list comes in pages that add up', async () => {
  for (const name of ['a', 'b', 'c']) await api.upload(`${name}.txt`, `subject rs-70327 Bor\n${name}`)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = DocumentPage.parse(await api.json(`/v1/documents?limit=1${cursor ? `&cursor=${cursor}` : ''}`))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor)
  const whole = DocumentPage.parse(await api.json('/v1/documents')).items.map(({ id }) => id)
  expect(seen).toEqual(whole)
})
