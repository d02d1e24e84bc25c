import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { State } from './state.ts'
import type { Permission } from './step.ts'
import { indexArns } from './table.ts'

type Part = 'uploads' | 'derived'
type ItemAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'BatchWriteItem' | 'Query'

/** The permissions that functions are given, each what its calls of the store need and no more. */
export class Permit {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  /** Reads objects. Without the right to list, S3 answers a missing key as forbidden instead of missing. */
  get(part: Part): Permission[] {
    return [...this.#objects(part, 'GetObject'), ...this.list(part)]
  }

  put(part: Part): Permission[] {
    return this.#objects(part, 'PutObject')
  }

  delete(part: Part): Permission[] {
    return this.#objects(part, 'DeleteObject')
  }

  list(part: Part): Permission[] {
    return [{ actions: ['s3:ListBucket'], resources: [this.#state[part].bucketArn] }]
  }

  /** Calls on the table itself. */
  items(...actions: ItemAction[]): Permission[] {
    return [{ actions: actions.map((action) => `dynamodb:${action}`), resources: [this.#state.table.tableArn] }]
  }

  /** Queries of the indexes. */
  indexes(): Permission[] {
    return [{ actions: ['dynamodb:Query'], resources: indexArns(this.#state.table) }]
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

  #objects(part: Part, action: string): Permission[] {
    return [{ actions: [`s3:${action}`], resources: [below(this.#state[part], part)] }]
  }
}

const below = (bucket: Bucket, prefix: string): string => bucket.arnForObjects(`${prefix}/*`)
