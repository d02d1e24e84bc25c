import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { allows, type Statement } from './policy.ts'
import { type Call, callOf, objectOf, type Wire } from './request.ts'
import type { Templates } from './template.ts'

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** A call that was let through, with what it came to. */
export interface Done {
  readonly call: Call
  readonly wire: Wire
  readonly reply: Reply
}

/** May stand between the functions and AWS: changes, delays or refuses what is asked. */
export type Interceptor = (call: Call, forward: () => Promise<Reply>) => Promise<Reply>

export interface GatewayOptions {
  readonly templates: Templates
  /** Ports of the emulators. */
  readonly storage: number
  readonly tables: number
  /** Policies by caller; a caller that is not in it is the harness itself and may do anything. */
  statementsOf(caller: string): readonly Statement[] | undefined
}

/**
 * All calls of the functions to AWS go through here: each is checked against the policy of the role that signs it, and
 * noted, before an emulator answers it.
 */
export class Gateway {
  readonly #options: GatewayOptions
  readonly #server: Server
  readonly used = new Map<string, Call>()
  readonly denied: Call[] = []
  readonly #listeners: ((done: Done) => void | Promise<void>)[] = []
  intercept: Interceptor = (_call, forward) => forward()

  constructor(options: GatewayOptions) {
    this.#options = options
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  onDone(listener: (done: Done) => void | Promise<void>): void {
    this.#listeners.push(listener)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Is this allowed? Notes it either way. Also for what Lambda does without a request, such as writing logs. */
  check(call: Call): boolean {
    const statements = this.#options.statementsOf(call.caller)
    const isAllowed = statements === undefined || allows(statements, call.action, call.resource)
    if (isAllowed) this.used.set(`${call.caller} ${call.action} ${call.resource}`, call)
    else this.denied.push(call)
    return isAllowed
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join()]),
    )
    const wire = { method: request.method ?? '', url: request.url ?? '', headers, body: await bodyOf(request) }
    const reply = await this.#reply(wire)
    response.writeHead(reply.status, reply.headers).end(reply.body)
  }

  async #reply(wire: Wire): Promise<Reply> {
    const { templates } = this.#options
    const call = callOf(wire, templates)
    if (!this.check(call)) return denial(call)
    const reply = await this.intercept(call, () => this.#forward(call, wire))
    if (call.action === 's3:GetObject' && reply.status === 404 && !this.#mayList(call, wire)) return denial(call)
    for (const listener of this.#listeners) await listener({ call, wire, reply })
    return reply
  }

  /** S3 tells that an object is missing only to those who may list the bucket. */
  #mayList({ caller, service }: Call, wire: Wire): boolean {
    const resource = `arn:aws:s3:::${objectOf(wire).bucket}`
    return this.check({ caller, service, action: 's3:ListBucket', resource, input: {} })
  }

  #forward({ service }: Call, { method, url, headers, body }: Wire): Promise<Reply> {
    const { storage, tables } = this.#options
    const port = service === 'dynamodb' ? tables : storage
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    // The body is whole by now: nobody has to be asked whether to send it.
    const { expect: _, ...kept } = headers
    const options = { host: '127.0.0.1', port, method, path: url, headers: { ...kept, 'content-length': body.length } }
    const outgoing = send(options, async (incoming) => {
      const { 'transfer-encoding': _, ...answered } = incoming.headers as Record<string, string>
      resolve({ status: incoming.statusCode ?? 500, headers: answered, body: await bodyOf(incoming) })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
    return promise
  }
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> =>
  Buffer.concat(await message.toArray().catch(() => []))

/** An error as DynamoDB and SQS answer it. */
export const jsonError = (type: string, message: string): Reply => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: type, message }),
})

function denial({ caller, service, action, resource }: Call): Reply {
  const message = `${caller} is not authorized to perform ${action} on ${resource}`
  if (service !== 's3') return jsonError('AccessDeniedException', message)
  return { status: 403, body: `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>` }
}
