import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { State } from './state.ts'
import type { Permission } from './step.ts'
import { indexArns } from './table.ts'

/** The permissions that functions are given, each what its calls of the store need and no more. */
export class Permit {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  /** Reads objects. Without the right to list, S3 answers a missing key as forbidden instead of missing. */
  get(part: 'uploads' | 'derived'): Permission[] {
    const bucket = this.#state[part]
    return [
      { actions: ['s3:GetObject'], resources: [below(bucket, part)] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    ]
  }

  put(part: 'uploads' | 'derived'): Permission[] {
    return [{ actions: ['s3:PutObject'], resources: [below(this.#state[part], part)] }]
  }

  delete(part: 'uploads' | 'derived'): Permission[] {
    return [{ actions: ['s3:DeleteObject'], resources: [below(this.#state[part], part)] }]
  }

  /** Reads and writes items, and asks the indexes. The store has no other calls. */
  items(): Permission[] {
    const { table } = this.#state
    return [
      {
        actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'],
        resources: [table.tableArn],
      },
      { actions: ['dynamodb:Query'], resources: [table.tableArn, ...indexArns(table)] },
    ]
  }

  send(...queues: IQueue[]): Permission[] {
    return [{ actions: ['sqs:SendMessage'], resources: queues.map((queue) => queue.queueArn) }]
  }

  depth(...queues: IQueue[]): Permission[] {
    return [{ actions: ['sqs:GetQueueAttributes'], resources: queues.map((queue) => queue.queueArn) }]
  }
}

const below = (bucket: Bucket, prefix: string): string => bucket.arnForObjects(`${prefix}/*`)
