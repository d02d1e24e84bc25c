import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Part } from './settings.ts'
import type { State } from './state.ts'
import type { Permission } from './step.ts'
import { type IndexName, indexArns } from './table.ts'

type ItemAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'BatchWriteItem' | 'Query'

/** The permissions that functions are given, each what its calls of the store need and no more. */
export class Permit {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  /** Reads objects. Without the right to list, S3 answers a missing key as forbidden instead of missing. */
  get(part: Part): Permission[] {
    return [...this.read(part), ...this.list(part)]
  }

  /** Reads objects of a bucket whose listing is allowed elsewhere. */
  read(part: Part): Permission[] {
    return this.#objects(part, 'GetObject')
  }

  put(part: Part): Permission[] {
    return this.#objects(part, 'PutObject')
  }

  delete(part: Part): Permission[] {
    return this.#objects(part, 'DeleteObject')
  }

  list(part: Part): Permission[] {
    return [{ actions: ['s3:ListBucket'], resources: [this.#bucket(part).bucketArn] }]
  }

  /** Calls on the table itself. */
  items(...actions: ItemAction[]): Permission[] {
    return [{ actions: actions.map((action) => `dynamodb:${action}`), resources: [this.#state.table.tableArn] }]
  }

  /** Queries of indexes. */
  indexes(...names: IndexName[]): Permission[] {
    return [{ actions: ['dynamodb:Query'], resources: indexArns(this.#state.table, names) }]
  }

  send(...queues: IQueue[]): Permission[] {
    return [{ actions: ['sqs:SendMessage'], resources: queues.map((queue) => queue.queueArn) }]
  }

  depth(...queues: IQueue[]): Permission[] {
    return [{ actions: ['sqs:GetQueueAttributes'], resources: queues.map((queue) => queue.queueArn) }]
  }

  /** What Lambda itself does with the role of a function that it feeds from a queue. */
  consume(...queues: IQueue[]): Permission[] {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
    return [{ actions, resources: queues.map((queue) => queue.queueArn) }]
  }

  /** What is exported lies beside what is derived. */
  #bucket(part: Part): Bucket {
    return this.#state[part === 'exports' ? 'derived' : part]
  }

  #objects(part: Part, action: string): Permission[] {
    return [{ actions: [`s3:${action}`], resources: [below(this.#bucket(part), part)] }]
  }
}

const below = (bucket: Bucket, prefix: string): string => bucket.arnForObjects(`${prefix}/*`)
