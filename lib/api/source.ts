import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import type { Source } from '../contract/index.ts'
import type { App } from './app.ts'
import { file, found, noDocument } from './reply.ts'
import type { Services } from './services.ts'
import { nameInKey } from './uploads.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/source',
  tags: ['Documents'],
  summary: 'The file itself, always as a download',
  request: { params: z.object({ id: z.string() }) },
  responses: { ...file('The file', 'application/octet-stream'), 302: { description: 'Where a large file is' } },
})

/**
 * The uploaded file. Files are hostile: a browser must neither show one on this origin (`attachment`, `sandbox`) nor guess
 * what it is (`nosniff`).
 */
export function source(app: App, services: Services): void {
  const { store, blobs, address, replyLimit = Number.POSITIVE_INFINITY } = services
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    const item = found(await store.document(id), () => noDocument(id))
    const disposition = attachment(nameInKey(item.source.key))
    if (address && item.source.bytes > replyLimit)
      return c.redirect(await address(item.source.key, { mediaType: mediaTypeOf(item.source), disposition }))
    const bytes = found(await blobs.get(item.source.key), () => noDocument(id))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaTypeOf(item.source),
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${item.source.sha256}"`,
    })
  })
}

const mediaTypeOf = ({ mediaType }: Source): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream'

/** A Content-Disposition that saves under this name, in any script (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w .()+-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
