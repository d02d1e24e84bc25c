import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A value in a template: plain, or an intrinsic function. */
export type Value = null | string | number | boolean | readonly Value[] | { readonly [key: string]: Value }
type Fields = Readonly<Record<string, Value>>

export interface Resource {
  readonly id: string
  readonly type: string
  readonly properties: Fields
}

export const ACCOUNT = '000000000000'
export const REGION = 'eu-central-1'

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** All templates of a synthesised app as one, with its references resolved to the names that the emulators use. */
export class Templates {
  readonly #resources = new Map<string, Resource>()
  readonly #outputs = new Map<string, Value>()
  /** Address that queue URLs begin with. */
  endpoint = ''

  constructor(directory: string) {
    for (const file of readdirSync(directory).filter((name) => name.endsWith('.template.json'))) {
      const { Resources = {}, Outputs = {} } = JSON.parse(readFileSync(join(directory, file), 'utf8'))
      for (const [id, { Type, Properties = {} }] of Object.entries<{ Type: string; Properties?: Fields }>(Resources))
        this.#resources.set(id, { id, type: Type, properties: Properties })
      const stack = file.replace('.template.json', '')
      for (const [id, { Value }] of Object.entries<{ Value: Value }>(Outputs))
        this.#outputs.set(`${stack}.${id}`, Value)
    }
  }

  ofType(type: string): Resource[] {
    return [...this.#resources.values()].filter((resource) => resource.type === type)
  }

  /** A value with all intrinsic functions carried out. */
  resolve(value: Value): Value {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each))
    if (value === null || typeof value !== 'object') return value
    const [[name, input] = ['', null]] = Object.entries(value)
    if (name === 'Ref') return this.#ref(String(input))
    if (name === 'Fn::GetAtt') return this.#attribute(input as readonly string[])
    if (name === 'Fn::GetStackOutput') return this.#output(input as Fields)
    if (name === 'Fn::Join') {
      const [glue, parts] = input as [string, Value[]]
      return parts.map((part) => String(this.resolve(part))).join(glue)
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolve(each)]))
  }

  /** Name of a resource, as emulators and ARNs have it. */
  nameOf = ({ id, type }: Resource): string => (type === 'AWS::S3::Bucket' ? id.toLowerCase() : id)

  #resource(id: string): Resource {
    const resource = this.#resources.get(id)
    if (!resource) throw new Error(`No template has a resource ${id}.`)
    return resource
  }

  #output({ StackName, OutputName }: Fields): Value {
    return this.resolve(this.#outputs.get(`${StackName}.${OutputName}`) ?? null)
  }

  #ref(id: string): string {
    const pseudo = PSEUDO[id]
    if (pseudo !== undefined) return pseudo
    const resource = this.#resource(id)
    return resource.type === 'AWS::SQS::Queue' ? `${this.endpoint}/${ACCOUNT}/${id}` : this.nameOf(resource)
  }

  #attribute([id = '', attribute]: readonly string[]): string {
    const resource = this.#resource(id)
    const name = this.nameOf(resource)
    if (attribute === 'QueueName') return name
    if (resource.type === 'AWS::S3::Bucket') return `arn:aws:s3:::${name}`
    if (resource.type === 'AWS::SQS::Queue') return `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`
    if (resource.type === 'AWS::DynamoDB::GlobalTable') return `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`
    if (resource.type === 'AWS::Logs::LogGroup') return `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}:*`
    return `arn:aws:${resource.type.split('::')[1]?.toLowerCase()}:::${name}`
  }
}
