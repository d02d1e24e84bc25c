import { randomUUID } from 'node:crypto'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { moveTime } from './clock.ts'
import { clientsOf, deploy, startEmulators } from './emulators.ts'
import { type Done, Gateway } from './gateway.ts'
import { Lambda } from './lambda.ts'
import { type Model, modelOf } from './model.ts'
import type { Statement } from './policy.ts'
import { Pump } from './pump.ts'
import { objectOf } from './request.ts'

export interface CloudOptions {
  /** Where `cdk synth` wrote templates and bundles. */
  readonly directory: string
  /** Changes the policy of a function's role. */
  policy?(functionId: string, statements: readonly Statement[]): readonly Statement[]
  /** How many sandboxes a function has at most; the templates allow more than a small machine can carry. */
  readonly sandboxes?: number
  /** The program that asks for invocations and hands them to a bundle; our own where none is named. */
  readonly runtime?: string
}

/** A signed or unsigned request to the HTTP API. */
export interface ApiRequest {
  readonly method?: string
  readonly signed?: boolean
  readonly body?: unknown
}

export type Cloud = Awaited<ReturnType<typeof startCloud>>

/**
 * The synthesised stacks at work on this machine: their bundles behind a Runtime API, their queues, buckets and table in
 * emulators, every call checked against the role that makes it.
 */
export async function startCloud(options: CloudOptions) {
  const { directory, policy = (_id, statements) => statements, sandboxes = 2, runtime } = options
  const restoreTime = moveTime()
  const model = modelOf(directory)
  const emulators = await startEmulators()
  const statements = new Map(model.functions.map((one) => [one.id, policy(one.id, one.statements)]))
  const gateway = new Gateway({ templates: model.templates, ...emulators, statementsOf: (id) => statements.get(id) })
  const endpoint = await gateway.start()
  model.templates.endpoint = endpoint
  const clients = clientsOf(endpoint, 'harness')
  const { dynamo: direct } = clientsOf(`http://127.0.0.1:${emulators.tables}`, 'harness')
  await deploy(model, clients)
  gateway.onDone((done) => announce(done, model, clients))
  const lambda = new Lambda(model, gateway, { endpoint, sandboxes, ...(runtime && { runtime }) })
  const pump = new Pump(model, lambda, endpoint)
  return {
    model,
    gateway,
    clients,
    /** The table past the gateway, for loads that nobody counts. */
    direct,
    lambda,
    pump,
    endpoint,
    /** A request as the HTTP API passes it on; 403 where its route wants it signed and it is not. */
    async request(path: string, request: ApiRequest = {}) {
      const { method = 'GET', signed = false } = request
      const route = model.routes.find((one) => one.method === method)
      if (!route || (route.authorization !== 'NONE' && !signed)) return { status: 403, json: undefined as unknown }
      const reply = (await lambda.invoke(lambda.named('api'), eventOf(path, request))) as {
        statusCode: number
        body: string
      }
      return {
        status: reply.statusCode,
        json: reply.body.startsWith('{') ? (JSON.parse(reply.body) as unknown) : reply.body,
      }
    },
    async stop(): Promise<void> {
      await lambda.stop()
      await gateway.stop()
      for (const client of [direct, ...Object.values(clients)]) client.destroy()
      pump.close()
      await emulators.stop()
      restoreTime()
    },
  }
}

/** What S3 calls what a call does to an object. */
const EVENTS: Readonly<Record<string, string>> = {
  's3:PutObject': 'ObjectCreated:Put',
  's3:DeleteObject': 'ObjectRemoved:DeleteMarkerCreated',
}
let changes = 0

/** Sends what S3 sends for an object that is put or deleted, in its own form: the key form-encoded. */
async function announce(
  { call, wire, reply }: Done,
  model: Model,
  { sqs }: ReturnType<typeof clientsOf>,
): Promise<void> {
  const eventName = EVENTS[call.action]
  if (!eventName || reply.status >= 300) return
  const { bucket, key } = objectOf(wire)
  const sequencer = (++changes).toString(16).padStart(18, '0')
  for (const rule of model.announcements) {
    const isMeant = `s3:${eventName}`.startsWith(rule.event.replace('*', ''))
    if (!isMeant || rule.bucket !== bucket || !key.startsWith(rule.prefix)) continue
    const encoded = encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')
    const object = { key: encoded, size: wire.body.length, sequencer }
    const record = {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      eventName,
      s3: { bucket: { name: bucket }, object },
    }
    const MessageBody = JSON.stringify({ Records: [record] })
    await sqs.send(new SendMessageCommand({ QueueUrl: `/${rule.queue}`, MessageBody }))
  }
}

/** An event of an HTTP API, payload format 2.0. */
function eventOf(path: string, { method = 'GET', body }: ApiRequest): unknown {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  return {
    version: '2.0',
    routeKey: `${method} /v1/{proxy+}`,
    rawPath,
    rawQueryString,
    headers: { host: 'api.example', ...(body !== undefined && { 'content-type': 'application/json' }) },
    requestContext: {
      requestId: randomUUID(),
      domainName: 'api.example',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  }
}
