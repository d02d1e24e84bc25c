import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { MAX_RECEIVES } from '../lib/pipeline/limits.ts'
import { HIDDEN, settings } from './settings.ts'
import type { Step } from './step.ts'

/** A queue of work and the dead letters of what could not be done. A message is hidden six times as long as its function may run. */
export class Stage extends Construct {
  readonly queue: Queue
  readonly dead: Queue

  constructor(scope: Construct, id: string, timeout: Duration) {
    super(scope, id)
    const common = { enforceSSL: true, encryption: QueueEncryption.SQS_MANAGED, retentionPeriod: settings.messages }
    // Says what it is for: the rule that every queue of work has dead letters tells the two apart by it.
    const redriveAllowPolicy = { redrivePermission: RedrivePermission.ALLOW_ALL }
    this.dead = new Queue(this, 'Dead', { ...common, redriveAllowPolicy })
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(HIDDEN * timeout.toSeconds()),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: MAX_RECEIVES },
    })
  }

  /**
   * Lets a function work off the queue, one message at a time, with so many at once. The function's role must allow
   * what `Permit.consume` lists.
   */
  feed(step: Step, maxConcurrency: number): void {
    new EventSourceMapping(step, `${this.node.id}Feed`, {
      target: step.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency,
    })
  }
}
