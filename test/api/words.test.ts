import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DocumentReply, DocumentText, PageWords } from '../../lib/contract/index.ts'
import { inProcess } from '../../lib/pipeline/index.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { drain } from '../support/drain.ts'

const fixture = (slug: string, type: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures', slug, `source.${type}`)))

let api: TestApi
let pdf: DocumentReply

const add = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const { id } = await api.upload(name, bytes)
  await drain({ ...api.home, workbench: inProcess, now: () => new Date() })
  return DocumentReply.parse(await api.json(`/v1/documents/${id}`))
}

beforeAll(async () => {
  api = await startApi()
  pdf = await add('strategija.pdf', fixture('rs-zajecar-strategy-2025', 'pdf'))
})
afterAll(() => api.stop())

test('the words of a page are those of its text, each inside the page', async () => {
  const { text, pages } = DocumentText.parse(await api.json(pdf.links.text))
  for (const { number, start, end } of pages) {
    const { width, height, words } = PageWords.parse(await api.json(`${pdf.links.words}?page=${number}`))
    const own = words.filter((word) => word.start >= start && word.end <= end)
    expect(own.map((word) => text.slice(word.start, word.end))).toEqual(text.slice(start, end).match(/\S+/gu))
    for (const word of own) {
      expect(word.x).toBeGreaterThan(0)
      expect(word.y).toBeGreaterThan(0)
      expect(word.x + word.width).toBeLessThan(width)
      expect(word.y + word.height).toBeLessThan(height)
    }
  }
})

test('every mention has words on its page', async () => {
  const mentions = pdf.services.flatMap((claim) => claim.mentions)
  expect(mentions.length).toBeGreaterThan(5)
  for (const { start, end, page } of mentions) {
    const { words } = PageWords.parse(await api.json(`${pdf.links.words}?page=${page}`))
    expect(words.some((word) => word.start < end && word.end > start)).toBe(true)
  }
})

test('what has no such page says so', async () => {
  expect(await api.json(`${pdf.links.words}?page=99`)).toMatchObject({ status: 404, code: 'PAGE_NOT_FOUND' })
  expect(await api.json(`${pdf.links.words}?page=0`)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
  expect(await api.json(pdf.links.words)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
  expect(await api.json('/v1/documents/00000000000000000000/words?page=1')).toMatchObject({
    code: 'DOCUMENT_NOT_FOUND',
  })
  const { links } = await add('strategia.html', fixture('pl-sandomierz-strategy-2021', 'html'))
  const refusal = await api.json(`${links.words}?page=1`)
  expect(refusal).toMatchObject({ status: 404, code: 'WORDS_NOT_FOUND' })
  expect(refusal).toHaveProperty('detail', expect.stringContaining('only PDF and pictures'))
})

test('they go with their document', async () => {
  const key = `derived/${pdf.id}/${pdf.revision}/boxes.json`
  expect(await api.home.blobs.get(key)).toBeDefined()
  await api.app.request(pdf.links.record, { method: 'DELETE' })
  expect(await api.home.blobs.get(key)).toBeUndefined()
})
