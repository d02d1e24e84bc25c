import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { State } from './state.ts'
import type { Permission } from './step.ts'
import { indexArns } from './table.ts'

/** The permissions that functions are given, each the least that its store calls need. */
export class Permit {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  getUploads(): Permission {
    return { actions: ['s3:GetObject'], resources: [this.#state.uploads.arnForObjects('uploads/*')] }
  }

  changeUploads(): Permission {
    return { actions: ['s3:PutObject', 's3:DeleteObject'], resources: [this.#state.uploads.arnForObjects('uploads/*')] }
  }

  getDerived(): Permission {
    return { actions: ['s3:GetObject'], resources: [this.#state.derived.arnForObjects('derived/*')] }
  }

  putDerived(): Permission {
    return { actions: ['s3:PutObject'], resources: [this.#state.derived.arnForObjects('derived/*')] }
  }

  deleteDerived(): Permission {
    return { actions: ['s3:DeleteObject'], resources: [this.#state.derived.arnForObjects('derived/*')] }
  }

  /** Reads and writes single document items. */
  document(): Permission {
    return {
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      resources: [this.#state.table.tableArn],
    }
  }

  /** Reads and writes documents, findings, edges and profiles, and asks the indexes. */
  findings(): Permission {
    return {
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:Query',
        'dynamodb:BatchWriteItem',
        'dynamodb:BatchGetItem',
      ],
      resources: [this.#state.table.tableArn, ...indexArns(this.#state.table)],
    }
  }

  send(queue: IQueue): Permission {
    return { actions: ['sqs:SendMessage'], resources: [queue.queueArn] }
  }

  depth(...queues: IQueue[]): Permission {
    return { actions: ['sqs:GetQueueAttributes'], resources: queues.map((queue) => queue.queueArn) }
  }
}
