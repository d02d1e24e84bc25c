import { createRoute } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import {
  documentPath,
  StratlasError,
  UPLOAD_LIMIT,
  UPLOAD_TYPES,
  UploadReceipt,
  UploadRequest,
  UploadTicket,
} from '../contract/index.ts'
import type { App } from './app.ts'
import { replies } from './reply.ts'
import type { Services } from './services.ts'
import { take } from './take.ts'
import { FORM_LIMIT, isUploadKey, uploadKey } from './uploads.ts'

const tags = ['Documents']

const ask = createRoute({
  method: 'post',
  path: '/v1/uploads',
  tags,
  summary: 'Asks where and how to upload one file',
  request: { body: { required: true, content: { 'application/json': { schema: UploadRequest } } } },
  responses: replies(UploadTicket, 'Where and how, and where the document will be'),
})

const Form = z.object({
  key: z.string(),
  file: z.custom<File>((value) => value instanceof File).meta({ type: 'string', format: 'binary' }),
})

const content = createRoute({
  method: 'post',
  path: '/v1/uploads/content',
  tags,
  summary: 'Takes the file of a ticket, on one machine; in the cloud the storage does',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: Form } } } },
  responses: replies(UploadReceipt, 'The file is stored and waits to be read'),
})

/** Uploads: a ticket for each file, and where the API itself takes files, the file. */
export function uploads(app: App, services: Services): void {
  app.openapi(ask, async (c) => {
    const request = c.req.valid('json')
    checkSize(request.bytes)
    const address = await services.uploads.address(uploadKey(request.name), request, services.now())
    const limits = { bytes: UPLOAD_LIMIT, mediaTypes: [...UPLOAD_TYPES] }
    return c.json(
      { ...address, method: 'POST' as const, file: 'file' as const, limits, document: documentPath('{id}') },
      200,
    )
  })
  if (!services.uploads.here) return
  app.use('/v1/uploads/content', bodyLimit({ maxSize: FORM_LIMIT, onError: tooLarge }))
  app.openapi(content, async (c) => {
    const { key, file } = c.req.valid('form')
    if (!isUploadKey(key)) throw new StratlasError('REQUEST_INVALID', 'key: Take it from a ticket (POST /v1/uploads).')
    checkSize(file.size)
    return c.json(await take(services, key, new Uint8Array(await file.arrayBuffer())), 200)
  })
}

/** Throws FILE_EMPTY or FILE_TOO_LARGE before anything is stored. */
function checkSize(bytes: number): void {
  if (bytes === 0) throw new StratlasError('FILE_EMPTY', 'The file is empty. Choose the file again and upload it.')
  if (bytes > UPLOAD_LIMIT) tooLarge()
}

function tooLarge(): never {
  const limit = UPLOAD_LIMIT / 2 ** 20
  throw new StratlasError('FILE_TOO_LARGE', `The file is larger than ${limit} MB. Split it or save it smaller.`)
}
