import type { Gateway } from './gateway.ts'
import type { FunctionModel, Model } from './model.ts'
import { Sandbox } from './sandbox.ts'
import { REGION } from './template.ts'

export interface LambdaOptions {
  readonly endpoint: string
  readonly sandboxes: number
  readonly runtime?: string
}

/** A line that a function logged. */
export interface LogLine {
  readonly function: string
  readonly line: string
}

/** The functions of a model in their sandboxes. Their log lines are kept only where their role may write them. */
export class Lambda {
  readonly #gateway: Gateway
  readonly #options: LambdaOptions
  readonly #pools: ReadonlyMap<string, Sandbox[]>
  readonly #models: readonly FunctionModel[]
  readonly #taken = new Set<Sandbox>()
  readonly #free: (() => void)[] = []
  readonly logs: LogLine[] = []

  constructor({ functions }: Model, gateway: Gateway, options: LambdaOptions) {
    this.#gateway = gateway
    this.#options = options
    this.#models = functions
    this.#pools = new Map(functions.map(({ id }) => [id, []]))
  }

  /** Id of the function that the stack calls `read`, `api`, …. */
  named(name: string): string {
    const model = this.#models.find((one) => one.name === name)
    if (!model) throw new Error(`No function is called ${name}.`)
    return model.id
  }

  /** Runs one invocation; waits where all sandboxes of the function are busy. Rejects as Lambda reports an error. */
  async invoke(id: string, event: unknown): Promise<unknown> {
    const sandbox = await this.#take(id)
    try {
      return await sandbox.invoke(event)
    } finally {
      this.#taken.delete(sandbox)
      for (const next of this.#free.splice(0)) next()
    }
  }

  /** Ends a sandbox, by the access key that it signs with, as Lambda does where time or memory run out. */
  kill(key: string, reason: string): void {
    const [id = '', number] = key.split('-')
    this.#pools.get(id)?.[Number(number)]?.kill(reason)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].flat().map((sandbox) => sandbox.stop()))
  }

  async #take(id: string): Promise<Sandbox> {
    for (;;) {
      const pool = this.#pools.get(id) ?? []
      const idle =
        pool.find((sandbox) => !this.#taken.has(sandbox)) ??
        (pool.length < this.#options.sandboxes ? this.#add(id, pool) : undefined)
      if (idle) {
        this.#taken.add(idle)
        return idle
      }
      await new Promise<void>((resolve) => this.#free.push(resolve))
    }
  }

  #add(id: string, pool: Sandbox[]): Sandbox {
    const model = this.#models.find((one) => one.id === id)
    if (!model) throw new Error(`There is no function ${id}.`)
    const { endpoint, runtime } = this.#options
    const variables = {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: `${id}-${pool.length}`,
      AWS_SECRET_ACCESS_KEY: 'secret',
    }
    const sandbox = new Sandbox(model, {
      variables,
      log: (line) => this.#log(model, line),
      ...(runtime && { runtime }),
    })
    this.#may(model, 'logs:CreateLogStream')
    pool.push(sandbox)
    return sandbox
  }

  #log(model: FunctionModel, line: string): void {
    if (this.#may(model, 'logs:PutLogEvents')) this.logs.push({ function: model.name, line })
  }

  #may({ id, logGroup }: FunctionModel, action: string): boolean {
    return this.#gateway.check({ caller: id, service: 's3', action, resource: logGroup, input: {} })
  }
}
