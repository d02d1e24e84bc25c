import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApi, localUploads, type Services } from '../../lib/api/index.ts'
import { UploadReceipt, UploadTicket } from '../../lib/contract/index.ts'
import { openHome } from '../../lib/local/home.ts'
import { drain } from './drain.ts'
import { literal } from './workbench.ts'

/** The API over a new local home, with a way to upload texts and have them worked on. */
export async function startApi(more: Partial<Services> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'stratlas-api-'))
  const home = openHome(directory)
  const now = () => new Date()
  const app: App = createApi({ ...home, uploads: localUploads, now, version: '9.9.9', ...more })
  const json = async (path: string, init?: RequestInit): Promise<unknown> => (await app.request(path, init)).json()
  return {
    app,
    home,
    json,
    /** Sends a file by its ticket, as a client does. */
    async upload(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<UploadReceipt> {
      const file = new Blob([content])
      const ticket = UploadTicket.parse(await json('/v1/uploads', asJson({ name, bytes: file.size })))
      const form = new FormData()
      for (const [field, value] of Object.entries(ticket.fields)) form.append(field, value)
      form.append(ticket.file, file, name)
      return UploadReceipt.parse(await json(ticket.url, { method: 'POST', body: form }))
    },
    work: () => drain({ ...home, workbench: literal, now }),
    async stop() {
      await home.close()
      await rm(directory, { recursive: true })
    },
  }
}

export type TestApi = Awaited<ReturnType<typeof startApi>>

/** A POST of a JSON body. */
export const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
