import { join } from 'node:path'
import type { Statement } from './policy.ts'
import { type Resource, Templates, type Value } from './template.ts'

/** A function as the template has it. */
export interface FunctionModel {
  readonly id: string
  /** `read`, `api`: what the stack calls it. */
  readonly name: string
  readonly directory: string
  readonly handler: string
  readonly timeout: number
  readonly memory: number
  readonly logGroup: string
  environment(): Readonly<Record<string, string>>
  readonly statements: readonly Statement[]
}

export interface QueueModel {
  readonly name: string
  readonly arn: string
  readonly visibility: number
  readonly deadLetters: { readonly arn: string; readonly maxReceives: number } | undefined
}

/** Which function is fed from which queue, so many messages and so many invocations at once. */
export interface Feed {
  readonly functionId: string
  readonly queue: string
  readonly batchSize: number
  readonly concurrency: number
}

/** What happens to objects below a prefix of a bucket is announced on a queue. */
export interface Announcement {
  /** `s3:ObjectCreated:*` */
  readonly event: string
  readonly bucket: string
  readonly prefix: string
  readonly queue: string
}

/** A route of the HTTP API: `GET /v1/{proxy+}` and who may use it. */
export interface Route {
  readonly method: string
  readonly authorization: string
}

/** All that the stacks say about what runs, read from the templates that `cdk synth` wrote. */
export interface Model {
  readonly templates: Templates
  readonly functions: readonly FunctionModel[]
  readonly queues: readonly QueueModel[]
  readonly buckets: readonly string[]
  readonly tables: readonly { readonly name: string; readonly properties: Record<string, never> }[]
  readonly feeds: readonly Feed[]
  readonly announcements: readonly Announcement[]
  readonly routes: readonly Route[]
}

export function modelOf(directory: string): Model {
  const templates = new Templates(directory)
  const get = (value: Value | undefined) => templates.resolve(value ?? null) as never
  const named = (type: string) => templates.ofType(type)
  return {
    templates,
    functions: named('AWS::Lambda::Function').map((one) => functionOf(templates, one, directory)),
    queues: named('AWS::SQS::Queue').map((one) => queueOf(templates, one)),
    buckets: named('AWS::S3::Bucket').map(templates.nameOf),
    tables: named('AWS::DynamoDB::GlobalTable').map((one) => ({
      name: templates.nameOf(one),
      properties: get(one.properties),
    })),
    feeds: named('AWS::Lambda::EventSourceMapping').map(({ properties }) => ({
      functionId: get(properties['FunctionName']),
      queue: lastOf(get(properties['EventSourceArn'])),
      batchSize: Number(properties['BatchSize']),
      concurrency: Number((get(properties['ScalingConfig']) as { MaximumConcurrency: number }).MaximumConcurrency),
    })),
    announcements: named('AWS::S3::Bucket').flatMap((one) => announcementsOf(templates, one)),
    routes: named('AWS::ApiGatewayV2::Route').map(({ properties }) => ({
      method: String(properties['RouteKey']).split(' ')[0] ?? '',
      authorization: String(properties['AuthorizationType']),
    })),
  }
}

const lastOf = (arn: string): string => arn.split(':').at(-1) ?? ''

function functionOf(templates: Templates, { id, properties }: Resource, directory: string): FunctionModel {
  const get = (value: Value | undefined) => templates.resolve(value ?? null) as never
  const code = properties['Code'] as { S3Key: string }
  const logging = get(properties['LoggingConfig']) as { LogGroup: string }
  return {
    id,
    name: id.replace(/stepFunction\w+$/, ''),
    directory: join(directory, `asset.${code.S3Key.replace('.zip', '')}`),
    handler: String(properties['Handler']),
    timeout: Number(properties['Timeout']),
    memory: Number(properties['MemorySize']),
    logGroup: `arn:aws:logs:eu-central-1:000000000000:log-group:${logging.LogGroup}:*`,
    // The address of the emulators is known only when they run.
    environment: () => (get(properties['Environment']) as { Variables: Record<string, string> }).Variables,
    statements: statementsOf(templates, lastRole(properties['Role'])),
  }
}

const lastRole = (role: Value | undefined): string => String((role as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][0])

/** What a role may do, by the policies that name it. */
function statementsOf(templates: Templates, role: string): Statement[] {
  const policies = templates
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) => JSON.stringify(properties['Roles']).includes(`"${role}"`))
  return policies.flatMap(({ properties }) => {
    const { Statement } = templates.resolve(properties['PolicyDocument'] ?? null) as {
      Statement: { Effect: string; Action: string | string[]; Resource: string | string[] }[]
    }
    return Statement.map(({ Effect, Action, Resource }) => ({
      effect: Effect,
      actions: [Action].flat(),
      resources: [Resource].flat(),
    }))
  })
}

function queueOf(templates: Templates, { id, properties }: Resource): QueueModel {
  const redrive = templates.resolve(properties['RedrivePolicy'] ?? null) as {
    deadLetterTargetArn: string
    maxReceiveCount: number
  } | null
  return {
    name: id,
    arn: templates.resolve({ 'Fn::GetAtt': [id, 'Arn'] }) as string,
    visibility: Number(properties['VisibilityTimeout'] ?? 30),
    deadLetters: redrive ? { arn: redrive.deadLetterTargetArn, maxReceives: redrive.maxReceiveCount } : undefined,
  }
}

/** Announcements of a bucket, to those queues only whose policy lets S3 send. */
function announcementsOf(templates: Templates, bucket: Resource): Announcement[] {
  const { QueueConfigurations = [] } = (templates.resolve(bucket.properties['NotificationConfiguration'] ?? {}) ??
    {}) as {
    QueueConfigurations?: {
      Event: string
      Queue: string
      Filter: { S3Key: { Rules: { Name: string; Value: string }[] } }
    }[]
  }
  const policies = JSON.stringify(templates.ofType('AWS::SQS::QueuePolicy').map((one) => one.properties))
  if (!policies.includes('"Service":"s3.amazonaws.com"')) return []
  return QueueConfigurations.map(({ Event, Queue, Filter }) => ({
    event: Event,
    bucket: templates.nameOf(bucket),
    prefix: Filter.S3Key.Rules.find(({ Name }) => Name === 'prefix')?.Value ?? '',
    queue: lastOf(Queue),
  }))
}
