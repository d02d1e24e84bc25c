import { Aws, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { settings } from './settings.ts'
import { Stage } from './stage.ts'
import { table } from './table.ts'

const PRIVATE: BucketProps = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
}

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
    this.uploads = new Bucket(this, 'Uploads', PRIVATE)
    this.derived = new Bucket(this, 'Derived', PRIVATE)
    this.table = table(this, 'Table')
    this.read = new Stage(this, 'Read', settings.read.timeout)
    this.#announceUploads()
  }

  /** The bucket tells the queue of each upload by its own configuration, with no custom resource in between. */
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
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: 'uploads/' }] } },
        },
      ],
    }
    bucket.node.addDependency(queue.node.findChild('Policy'))
  }
}
