import type { Templates } from './template.ts'
import { ACCOUNT, REGION } from './template.ts'

/** A request to AWS as it came over the wire. */
export interface Wire {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** What a request asks for in the words of IAM: who, which action, on which resources. */
export interface Call {
  /** Who signs: in these tests the logical id of a function, which its access keys begin with. */
  readonly caller: string
  /** Which of its sandboxes signs; empty for the harness. */
  readonly sandbox?: string
  readonly service: 's3' | 'sqs' | 'dynamodb'
  readonly action: string
  readonly resource: string
  /** The input of DynamoDB and SQS. */
  readonly input: Readonly<Record<string, unknown>>
}

/** Reads from a request who asks for what. */
export function callOf(wire: Wire, templates: Templates): Call {
  const key = /Credential=([^/]+)\//.exec(wire.headers['authorization'] ?? '')?.[1] ?? signer(wire)
  const [caller = '', number] = key.split('-')
  return { ...asked(wire, templates), caller, ...(number !== undefined && { sandbox: key }) }
}

function asked(wire: Wire, templates: Templates): Omit<Call, 'caller'> {
  const [api = '', operation = ''] = (wire.headers['x-amz-target'] ?? '').split('.')
  if (!operation) return { service: 's3', ...ofS3(wire), input: {} }
  const input = JSON.parse(wire.body.toString('utf8')) as Record<string, unknown>
  if (api === 'AmazonSQS') {
    const queue = String(input['QueueUrl']).split('/').at(-1)
    return {
      service: 'sqs',
      action: `sqs:${operation}`,
      resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`,
      input,
    }
  }
  const table = String(input['TableName'] ?? Object.keys((input['RequestItems'] as object | undefined) ?? {})[0])
  const arn = templates.resolve({ 'Fn::GetAtt': [table, 'Arn'] })
  const resource = input['IndexName'] ? `${arn}/index/${input['IndexName']}` : String(arn)
  return { service: 'dynamodb', action: `dynamodb:${operation}`, resource, input }
}

const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  POST: 's3:PutObject',
  DELETE: 's3:DeleteObject',
}

function ofS3(wire: Wire): { action: string; resource: string } {
  const { bucket, key } = objectOf(wire)
  if (!key) return { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }
  return { action: OBJECT_ACTIONS[wire.method] ?? 's3:?', resource: `arn:aws:s3:::${bucket}/${key}` }
}

/** Bucket and key of a request to S3; a form names its key itself. */
export function objectOf({ method, url, body }: Wire): { bucket: string; key: string } {
  const [bucket = '', ...key] = decodeURIComponent(url.split('?')[0] ?? '')
    .slice(1)
    .split('/')
  return { bucket, key: method === 'POST' ? fieldOf(body, 'key') : key.join('/') }
}

const signer = ({ body }: Wire): string => fieldOf(body, 'X-Amz-Credential').split('/')[0] ?? ''

/** A field of a multipart form. */
const fieldOf = (body: Buffer, name: string): string =>
  new RegExp(`name="${name}"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r]*)`, 'i').exec(body.toString('utf8'))?.[1] ?? ''
