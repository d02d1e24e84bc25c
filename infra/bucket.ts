import { RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { settings } from './settings.ts'

const PRIVATE: BucketProps = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
}

/** Replaced and deleted versions go in the end. */
export const OLD_VERSIONS: LifecycleRule = {
  noncurrentVersionExpiration: settings.oldVersions,
  expiredObjectDeleteMarker: true,
}

/** A private, versioned bucket that outlives the stack; who reads and writes it is logged in another. */
export const dataBucket = (scope: Construct, id: string, log: IBucket, props: BucketProps = {}): Bucket =>
  new Bucket(scope, id, {
    ...PRIVATE,
    serverAccessLogsBucket: log,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    lifecycleRules: [OLD_VERSIONS],
    ...props,
  })

/** A bucket for the access logs of others, which expire. CloudFront writes its own by ACL. */
export function logBucket(scope: Construct, id: string): IBucket {
  const bucket = new Bucket(scope, id, {
    ...PRIVATE,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: settings.accessLogs }, OLD_VERSIONS],
  })
  acknowledge(bucket, 'S1', 'It holds access logs; logging access to logs would never end.')
  return bucket as IBucket
}
