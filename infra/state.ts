import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Bucket, CfnBucket, HttpMethods, type LifecycleRule } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { dataBucket, logBucket, OLD_VERSIONS } from './bucket.ts'
import { settings } from './settings.ts'
import { Stage } from './stage.ts'
import { table } from './table.ts'

/** Lets the page send files here and draw them. An address signed for it is still needed: this only stops the browser from forbidding it. */
const BROWSERS = {
  allowedMethods: [HttpMethods.POST, HttpMethods.GET],
  allowedOrigins: ['https://*.cloudfront.net'],
  maxAge: Duration.hours(1).toSeconds(),
}

/** Each night writes all anew. */
const OLD_EXPORTS: LifecycleRule = { prefix: 'exports/', expiration: settings.exports }

/**
 * What must outlive every deployment: uploads, what was derived from them, and the table; never deleted by the stack.
 * The queue that uploads are announced on lives beside its bucket.
 */
export class State extends Stack {
  readonly uploads: Bucket
  readonly derived: Bucket
  readonly table: TableV2
  readonly read: Stage

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, { terminationProtection: true, ...props })
    const log = logBucket(this, 'Logs')
    this.uploads = dataBucket(this, 'Uploads', log, { cors: [BROWSERS] })
    this.derived = dataBucket(this, 'Derived', log, { lifecycleRules: [OLD_VERSIONS, OLD_EXPORTS] })
    this.table = table(this, 'Table')
    this.read = new Stage(this, 'Read', settings.read.timeout)
    this.#announceUploads()
  }

  /** The bucket tells the queue of each upload, and of each file that is deleted, by its own configuration, with no custom resource in between. */
  #announceUploads(): void {
    const { queue } = this.read
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'UploadsMayBeAnnounced',
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          // The bucket's own name here would make bucket and policy wait for each other.
          ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:s3:::*` },
        },
      }),
    )
    const bucket = this.uploads.node.defaultChild
    if (!(bucket instanceof CfnBucket)) throw new Error('The uploads bucket has no CfnBucket to configure.')
    bucket.notificationConfiguration = {
      queueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((event) => ({
        event,
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: 'uploads/' }] } },
      })),
    }
    bucket.node.addDependency(queue.node.findChild('Policy'))
  }
}
