import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { tableSchema } from '../../lib/store/aws/schema.ts'
import { IDLE } from '../cloud/prices.ts'
import { appOf } from '../support/stacks.ts'

const Policies = z.record(
  z.string(),
  z.object({
    Properties: z.object({
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({
            Effect: z.string(),
            Action: z.union([z.string(), z.array(z.string())]),
            Resource: z.unknown().optional(),
          }),
        ),
      }),
    }),
  }),
)

/** Does each bucket, or each queue, have a policy that refuses what does not come over TLS? */
function overTls(template: Template, service: 'AWS::S3' | 'AWS::SQS'): boolean {
  const [holder, type] = service === 'AWS::S3' ? ['Bucket', 'BucketPolicy'] : ['Queue', 'QueuePolicy']
  const policies = Object.values(template.findResources(`${service}::${type}`)).map((one) => JSON.stringify(one))
  const refusing = policies.filter((one) => one.includes('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"'))
  return Object.keys(template.findResources(`${service}::${holder}`)).every((id) =>
    refusing.some((one) => one.includes(`"Ref":"${id}"`)),
  )
}

/** Templates of both stacks, synthesised without bundling the functions' code. */
function templates(choices: Readonly<Record<string, string>> = {}) {
  const { state, service } = appOf(choices)
  return { state: Template.fromStack(state), service: Template.fromStack(service) }
}

describe('the stacks', () => {
  let state: Template
  let service: Template
  beforeAll(() => {
    const all = templates()
    state = all.state
    service = all.service
  })

  test('keep their data: nothing that holds any is deleted with the stack', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable']) {
      const found = Object.values(state.findResources(type))
      expect(found.length).toBeGreaterThan(0)
      for (const resource of found)
        expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    }
  })

  test('have the table that the store expects, with recovery to a point in time', () => {
    state.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: tableSchema.partitionKey, KeyType: 'HASH' },
        { AttributeName: tableSchema.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: tableSchema.indexes.map((index) =>
        Match.objectLike({ IndexName: index.name, Projection: { ProjectionType: 'ALL' } }),
      ),
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    })
  })

  test('keep buckets private, versioned and reached over TLS only', () => {
    state.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    state.allResourcesProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    })
    state.resourceCountIs('AWS::S3::BucketPolicy', 3)
    for (const template of [state, service]) {
      expect(overTls(template, 'AWS::S3')).toBe(true)
      expect(overTls(template, 'AWS::SQS')).toBe(true)
      template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true })
    }
  })

  test('announce uploads that come and go, and only those, on the read queue', () => {
    const below = { Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } } }
    state.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((Event) =>
          Match.objectLike({ Event, ...below }),
        ),
      },
    })
  })

  test('let the page send files and draw them, and nobody else', () => {
    const rule = { AllowedMethods: ['POST', 'GET'], AllowedOrigins: ['https://*.cloudfront.net'] }
    state.hasResourceProperties('AWS::S3::Bucket', { CorsConfiguration: { CorsRules: [Match.objectLike(rule)] } })
  })

  test('give every queue of work its dead letters, and hide a message six times as long as its step may run', () => {
    for (const [template, seconds] of [
      [state, 720],
      [service, 720],
      [service, 360],
      [service, 1800],
    ] as const) {
      template.hasResourceProperties('AWS::SQS::Queue', {
        VisibilityTimeout: seconds,
        RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
      })
    }
  })

  test('run six functions on arm64 and Node 24, five of them fed one message at a time with partial answers, re-analysis by a lane of its own', () => {
    service.resourceCountIs('AWS::Lambda::Function', 6)
    service.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['arm64'], Runtime: 'nodejs24.x' })
    service.resourceCountIs('AWS::Lambda::EventSourceMapping', 6)
    service.hasResourceProperties('AWS::Lambda::EventSourceMapping', { ScalingConfig: { MaximumConcurrency: 2 } })
    service.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('have the data set written every night, by an event whose time names the run', () => {
    service.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(0 2 * * ? *)',
      Targets: [
        Match.objectLike({ InputTransformer: { InputPathsMap: { time: '$.time' }, InputTemplate: '{"run":<time>}' } }),
      ],
    })
    state.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Prefix: 'exports/', ExpirationInDays: 14, Status: 'Enabled' })]),
      },
    })
  })

  test('allow no action by a wildcard, and no resource but objects below a prefix', () => {
    const policies = Policies.parse(service.findResources('AWS::IAM::Policy'))
    const statements = Object.values(policies).flatMap((policy) => policy.Properties.PolicyDocument.Statement)
    expect(statements.length).toBeGreaterThan(8)
    for (const { Action, Resource } of statements) {
      expect([Action].flat().join()).not.toContain('*')
      expect(JSON.stringify(Resource).replace(/\/(?:uploads|derived|exports)\/\*/gu, '')).not.toMatch(/\*/u)
    }
  })

  test('let anyone read and only signed requests write', () => {
    expect(signIns(service)).toEqual({ GET: 'NONE', HEAD: 'NONE', POST: 'AWS_IAM', PUT: 'AWS_IAM', DELETE: 'AWS_IAM' })
  })

  test('serve page and API on one origin, the page from a bucket that only the distribution may read', () => {
    service.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1)
    service.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        DefaultRootObject: 'index.html',
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
        CacheBehaviors: [Match.objectLike({ PathPattern: '/v1/*', ViewerProtocolPolicy: 'https-only' })],
        Logging: Match.anyValue(),
      }),
    })
    service.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: Match.objectLike({
        SecurityHeadersConfig: Match.objectLike({
          ContentSecurityPolicy: Match.anyValue(),
          StrictTransportSecurity: Match.objectLike({ AccessControlMaxAgeSec: 31_536_000 }),
        }),
      }),
    })
  })

  test('alarm on dead letters, age, errors and what an hour costs, and show it all on one page', () => {
    const metrics = Object.values(service.findResources('AWS::CloudWatch::Alarm')).map(
      (one) => one.Properties.MetricName,
    )
    const counts = Object.fromEntries(
      [...Map.groupBy(metrics, (name) => name)].map(([name, all]) => [name, all.length]),
    )
    expect(counts).toEqual({
      ApproximateNumberOfMessagesVisible: 6,
      ApproximateAgeOfOldestMessage: 6,
      Errors: 6,
      '5xx': 1,
      ConsumedReadCapacityUnits: 1,
      ConsumedWriteCapacityUnits: 1,
    })
    expect(metrics.length * 0.1, 'what docs/cost.md reckons for a month of rest').toBeCloseTo(IDLE)
    service.resourceCountIs('AWS::CloudWatch::Dashboard', 1)
    service.resourceCountIs('AWS::SNS::Subscription', 0)
  })

  test('keep logs of functions and API for a month', () => {
    service.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 })
  })
})

describe('what an institution chooses', () => {
  test('closed reading asks the same sign-in of everyone', () => {
    const { service } = templates({ reading: 'closed' })
    expect(new Set(Object.values(signIns(service)))).toEqual(new Set(['AWS_IAM']))
  })

  test('an issuer of tokens takes the place of IAM, and alarms reach an address', () => {
    const { service } = templates({
      jwtIssuer: 'https://login.example.org',
      jwtAudience: 'stratlas',
      alarmEmail: 'team@example.org',
    })
    expect(signIns(service)).toMatchObject({ GET: 'NONE', POST: 'JWT' })
    service.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Audience: ['stratlas'], Issuer: 'https://login.example.org' },
    })
    service.hasResourceProperties('AWS::SNS::Subscription', { Endpoint: 'team@example.org', Protocol: 'email' })
  })

  test('people sign in on the page where it is known to the issuer: it may ask there, and is told before any sign-in', () => {
    const { service } = templates({
      ...{ jwtIssuer: 'https://login.example.org/a', jwtAudience: 'stratlas', jwtClientId: 'page' },
      ...{ jwtOrigins: 'https://token.example.org', reading: 'closed' },
    })
    const routes = Object.values(service.findResources('AWS::ApiGatewayV2::Route'))
    const open = routes.filter(({ Properties }) => Properties.AuthorizationType === 'NONE')
    expect(open.map(({ Properties }) => Properties.RouteKey)).toEqual(['GET /v1/sign-in'])
    service.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          ...{ SIGN_IN_ISSUER: 'https://login.example.org/a', SIGN_IN_CLIENT: 'page', SIGN_IN_AUDIENCE: 'stratlas' },
        }),
      },
    })
    const policies = JSON.stringify(service.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
    expect(policies).toContain(' https://login.example.org https://token.example.org;')
  })

  test.each([
    ...[{ reading: 'open' }, { jwtIssuer: 'https://login.example.org' }, { alarmEmail: 'nobody' }],
    ...[{ jwtClientId: 'page' }, { jwtOrigins: 'example.org' }],
  ])('is refused where it is not understood: %o', (choice) => {
    expect(() => templates(choice as Record<string, string>)).toThrow(/Context not understood/)
  })
})

/** How each method of the API is signed in to. */
const signIns = (service: Template): Record<string, string> =>
  Object.fromEntries(
    Object.values(service.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
      Properties.RouteKey.split(' ')[0],
      Properties.AuthorizationType,
    ]),
  )
