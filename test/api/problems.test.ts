import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemDetails, UPLOAD_LIMIT, UPLOAD_TYPES, UploadTicket } from '../../lib/contract/index.ts'
import { readers } from '../../lib/formats/index.ts'
import { asJson, startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

async function refused(path: string, init?: RequestInit): Promise<ProblemDetails> {
  const reply = await api.app.request(path, init)
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(reply.headers.get('content-disposition')).toBeNull()
  const problem = ProblemDetails.parse(await reply.json())
  expect(problem.status).toBe(reply.status)
  return problem
}

describe('a refusal has a stable code', () => {
  test.each([
    ['/v1/nothing', 404, 'ROUTE_UNKNOWN'],
    ['/v1/documents/0000', 404, 'DOCUMENT_NOT_FOUND'],
    ['/v1/documents/0000/text', 404, 'DOCUMENT_NOT_FOUND'],
    ['/v1/documents/0000/source', 404, 'DOCUMENT_NOT_FOUND'],
    ['/v1/documents?cursor=rubbish', 400, 'CURSOR_INVALID'],
    ['/v1/documents?limit=0', 400, 'REQUEST_INVALID'],
    ['/v1/documents?from=soon', 400, 'REQUEST_INVALID'],
    ['/v1/documents?from=2025&to=2020', 400, 'REQUEST_INVALID'],
    ['/v1/documents?kind=novel', 400, 'REQUEST_INVALID'],
    ['/v1/documents?service=teleport', 404, 'CONCEPT_UNKNOWN'],
    ['/v1/municipalities?cursor=e30', 400, 'CURSOR_INVALID'],
    ['/v1/municipalities/Atlantis', 404, 'MUNICIPALITY_UNKNOWN'],
    ['/v1/compare', 400, 'REQUEST_INVALID'],
    ['/v1/compare?municipality=bor&dimension=weather', 400, 'REQUEST_INVALID'],
    ['/v1/funders/nobody/municipalities', 404, 'CONCEPT_UNKNOWN'],
    ['/v1/concepts?scheme=colours', 400, 'REQUEST_INVALID'],
    ['/v1/export?format=papyrus', 400, 'REQUEST_INVALID'],
    ['/v1/export?cursor=rubbish', 400, 'CURSOR_INVALID'],
  ])('GET %s: %i %s', async (path, status, code) => {
    expect(await refused(path)).toMatchObject({ status, code })
  })

  test('also where something is to be changed', async () => {
    expect(await refused('/v1/documents/0000', { method: 'DELETE' })).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    const again = await refused('/v1/documents/0000/reanalyse', { method: 'POST' })
    expect(again).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    expect(await refused('/v1/uploads', { ...asJson({}), body: '{"name"' })).toMatchObject({ code: 'REQUEST_INVALID' })
  })
})

describe('a municipality', () => {
  test('that was misspelt is guessed, one that has the very word first', async () => {
    expect((await refused('/v1/compare?municipality=Pozgea')).detail).toContain('Požega (rs-70955)')
    expect((await refused('/v1/compare?municipality=Palanka')).detail).toContain('Did you mean Bačka Palanka (rs-')
  })

  test('of which there are several is asked for by id', async () => {
    const { code, detail } = await refused('/v1/municipalities/Świdnica')
    expect(code).toBe('MUNICIPALITY_AMBIGUOUS')
    expect(detail.match(/pl-\d{6}/g)).toHaveLength(3)
  })
})

test('more municipalities than stand side by side are refused in words', async () => {
  const query = Array.from({ length: 21 }, () => 'municipality=rs-70955').join('&')
  const { code, detail } = await refused(`/v1/compare?${query}`)
  expect([code, detail]).toEqual([
    'REQUEST_INVALID',
    'municipality: At most 20 municipalities can be compared at once.',
  ])
})

describe('an upload', () => {
  test('says what it takes before a byte is sent', async () => {
    const ticket = UploadTicket.parse(await api.json('/v1/uploads', asJson({ name: 'a.pdf', bytes: 10 })))
    expect(ticket.limits).toEqual({ bytes: UPLOAD_LIMIT, mediaTypes: [...UPLOAD_TYPES] })
    expect([...UPLOAD_TYPES].sort()).toEqual(readers.map(({ mediaType }) => mediaType).sort())
    expect(UPLOAD_LIMIT).toBeGreaterThanOrEqual(Math.max(...readers.map(({ limit }) => limit)))
  })

  test.each([
    [0, 'FILE_EMPTY'],
    [UPLOAD_LIMIT + 1, 'FILE_TOO_LARGE'],
  ])('of %i bytes is refused at once: %s', async (bytes, code) => {
    expect(await refused('/v1/uploads', asJson({ name: 'a.pdf', bytes }))).toMatchObject({ code })
  })

  const form = (key: string, content: BlobPart[]): RequestInit => {
    const body = new FormData()
    body.append('key', key)
    body.append('file', new Blob(content), 'a.txt')
    return { method: 'POST', body }
  }

  test('is refused where its ticket said less than is sent', async () => {
    const key = `uploads/${crypto.randomUUID()}/a.txt`
    expect(await refused('/v1/uploads/content', form(key, []))).toMatchObject({ code: 'FILE_EMPTY' })
    const large = form(key, [new Uint8Array(UPLOAD_LIMIT + 100_000)])
    expect(await refused('/v1/uploads/content', large)).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })

  test.each(['derived/x', 'uploads/../../x', `uploads/${'a'.repeat(36)}/../x`, `uploads/${'a'.repeat(36)}/.x`])(
    'goes under no key but its own: %s',
    async (key) => {
      expect(await refused('/v1/uploads/content', form(key, ['x']))).toMatchObject({ code: 'REQUEST_INVALID' })
    },
  )
})
