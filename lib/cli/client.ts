import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createApi, localUploads } from '../api/index.ts'
import { type ErrorCode, type ProblemDetails, StratlasError } from '../contract/index.ts'
import { openHome } from '../local/home.ts'
import { engine } from '../pipeline/engine.ts'
import { signIn } from './sign.ts'

/** Directory of the data where none is named. */
export const DATA = '.stratlas'

/** The API, wherever it is. A refusal is thrown as the StratlasError that the API answered. */
export interface Client {
  request(path: string, init?: RequestInit): Promise<Response>
  json(path: string, init?: RequestInit): Promise<unknown>
  close(): Promise<void>
}

/** A client of the API at an address, or of the API over a data directory, in this very process. */
export function openClient({ api, data = DATA }: { api?: string | undefined; data?: string | undefined }): Client {
  if (api !== undefined) return clientOf(reaching(api))
  if (!existsSync(join(data, 'stratlas.sqlite')))
    throw new StratlasError(
      'PATH_NOT_FOUND',
      `There are no data in ${data}. Start "stratlas serve", or name --api URL.`,
    )
  const home = openHome(data)
  const app = createApi({ ...home, uploads: localUploads, now: () => new Date(), version: engine.version })
  return clientOf(
    async (path, init) => app.request(path, init),
    () => home.close(),
  )
}

type Send = (path: string, init?: RequestInit) => Promise<Response>

function clientOf(send: Send, close: () => Promise<void> = async () => undefined): Client {
  const request: Send = async (path, init) => {
    const reply = await send(path, init)
    if (!reply.ok) throw await refusal(reply)
    return reply
  }
  return { request, close, json: async (path, init) => (await request(path, init)).json() }
}

/** Requests to an installation are signed in; those to other places, such as the address of a ticket, never. */
function reaching(api: string): Send {
  const signed = signIn()
  return async (path, init) => {
    try {
      const request = new Request(new URL(path, api), init)
      const isOwn = new URL(request.url).origin === new URL(api).origin
      return await fetch(isOwn ? await signed(request) : request)
    } catch (error) {
      throw new StratlasError('API_UNREACHABLE', `Nothing answers at ${api}. Is the server running there?`, {
        cause: error,
      })
    }
  }
}

async function refusal(reply: Response): Promise<StratlasError> {
  const body = await reply.text()
  try {
    const { code, detail } = JSON.parse(body) as ProblemDetails
    return new StratlasError(code as ErrorCode, detail)
  } catch {
    return new StratlasError('UNEXPECTED', `${reply.url} answered ${reply.status}: ${body.slice(0, 200)}`)
  }
}
