import type { ProblemDetails } from '../../lib/contract/index.ts'
import { token } from './sign-in.ts'

/** A trouble told to the user: what happened in words, and the stable code to look it up by. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** What the server said was wrong, from the body of its refusal. */
export function problemOf(body: string, status: number): RequestError {
  try {
    const { code, detail, title } = JSON.parse(body) as Partial<ProblemDetails>
    if (code) return new RequestError(code, detail ?? title ?? `The server answered ${status}.`)
  } catch {
    // Not problem details: a proxy or a storage service answered in its own words.
  }
  if (status === 401) return new RequestError('SIGN_IN_NEEDED', 'Sign in first: this needs to know who asks.')
  return new RequestError(`HTTP_${status}`, `The server answered ${status} without a reason.`)
}

/** The body of a reply as text, asked for by whoever has signed in. Throws a RequestError for a refusal or where no server answers. */
export const request = async (path: string, init?: RequestInit): Promise<string> => (await ask(path, init)).text()

/** The file under a path, as `request` asks for it. */
export const load = async (path: string, init?: RequestInit): Promise<ArrayBuffer> =>
  (await ask(path, init)).arrayBuffer()

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let reply: Response
  try {
    const headers = new Headers(init?.headers)
    const known = token()
    if (known) headers.set('authorization', `Bearer ${known}`)
    reply = await fetch(path, { ...init, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError('SERVER_UNREACHABLE', 'No answer from the server. Is it still running?')
  }
  if (!reply.ok) throw problemOf(await reply.text(), reply.status)
  return reply
}
