import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { offsetNow } from './clock.ts'
import type { FunctionModel } from './model.ts'

/** How an invocation ended badly: `timeout`, `exit` of the process, `error` thrown, `init`. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError'
}

interface Invocation {
  readonly id: string
  readonly event: unknown
  resolve(value: unknown): void
  reject(error: Error): void
}

/** What a sandbox has beside its function: variables of the harness, and where its log lines go. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string>>
  log(line: string): void
  /** The program that serves the Runtime API: a client of our own where none is named. */
  readonly runtime?: string
}

/** One execution environment of a function: a Runtime API and a process that serves it, one invocation at a time. */
export class Sandbox {
  readonly #model: FunctionModel
  readonly #around: Surroundings
  readonly #server: Server
  #process: ChildProcess | undefined
  #waiting: ServerResponse | undefined
  #current: Invocation | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(model: FunctionModel, around: Surroundings) {
    this.#model = model
    this.#around = around
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async invoke(event: unknown): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#current = { id: randomUUID(), event, resolve, reject }
    if (!this.#server.listening) await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening))
    if (!this.#process) this.#boot()
    this.#pump()
    return promise
  }

  /** Ends the process as Lambda does where time or memory run out; the next invocation starts a new one. */
  kill(reason: string): void {
    const invocation = this.#end()
    this.#process?.kill('SIGKILL')
    this.#process = undefined
    this.#waiting = undefined
    invocation?.reject(new InvocationError(reason))
  }

  async stop(): Promise<void> {
    this.kill('stopped')
    if (!this.#server.listening) return
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #end(): Invocation | undefined {
    clearTimeout(this.#timer)
    const invocation = this.#current
    this.#current = undefined
    return invocation
  }

  #boot(): void {
    const { directory, handler, memory, id, logGroup, environment } = this.#model
    const { port } = this.#server.address() as AddressInfo
    const heap = `--max-old-space-size=${Math.floor(memory * 0.9)}`
    const { runtime = join(import.meta.dirname, 'client.ts') } = this.#around
    const child = spawn(process.execPath, [heap, resolve(runtime), handler], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        TZ: ':UTC',
        ...environment(),
        ...this.#around.variables,
        CLOCK_OFFSET: String(offsetNow()),
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        LAMBDA_TASK_ROOT: directory,
        _HANDLER: handler,
        AWS_LAMBDA_FUNCTION_NAME: id,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
        AWS_LAMBDA_LOG_STREAM_NAME: `${id}/1`,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      },
    })
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', this.#around.log)
    child.on('exit', (status) => {
      if (this.#process === child) this.kill(`exit ${status}`)
    })
    this.#process = child
  }

  #pump(): void {
    const response = this.#waiting
    const invocation = this.#current
    if (!response || !invocation) return
    this.#waiting = undefined
    const { timeout } = this.#model
    this.#timer = setTimeout(() => this.kill('timeout'), timeout * 1000)
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeout * 1000),
      'x-clock-offset': String(offsetNow()),
    })
    response.end(JSON.stringify(invocation.event))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , area, id, end] = (request.url ?? '').split('/')
    if (area === 'invocation' && id === 'next') {
      this.#waiting = response
      this.#pump()
      return
    }
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    response.writeHead(202).end()
    if (area === 'init') return this.kill(`init ${body}`)
    if (id !== this.#current?.id) return
    const invocation = this.#end()
    if (end === 'response') invocation?.resolve(JSON.parse(body))
    else invocation?.reject(new InvocationError(`error ${body}`))
  }
}
