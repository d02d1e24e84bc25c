import { readFileSync } from 'node:fs'
import { App, type Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Service } from '../../infra/service.ts'
import { State } from '../../infra/state.ts'
import { tableSchema } from '../../lib/store/aws/schema.ts'

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

/** Templates of both stacks, synthesised without bundling the functions' code. */
function templates() {
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync('cdk.json', 'utf8')))
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } })
  const state = new State(app, 'State')
  const service: Stack = new Service(app, 'Service', { state })
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
    state.resourceCountIs('AWS::S3::BucketPolicy', 2)
  })

  test('announce uploads, and only those, on the read queue', () => {
    state.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: [
          Match.objectLike({
            Event: 's3:ObjectCreated:*',
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
          }),
        ],
      },
    })
  })

  test('give every queue of work its dead letters, and hide a message six times as long as its step may run', () => {
    for (const [template, seconds] of [
      [state, 720],
      [service, 720],
      [service, 360],
    ] as const) {
      template.hasResourceProperties('AWS::SQS::Queue', {
        VisibilityTimeout: seconds,
        RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
      })
    }
  })

  test('run four functions on arm64 and Node 24, three of them fed one message at a time with partial answers', () => {
    service.resourceCountIs('AWS::Lambda::Function', 4)
    service.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['arm64'], Runtime: 'nodejs24.x' })
    service.resourceCountIs('AWS::Lambda::EventSourceMapping', 3)
    service.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('allow no action by a wildcard, and no resource but objects below a prefix', () => {
    const policies = Policies.parse(service.findResources('AWS::IAM::Policy'))
    const statements = Object.values(policies).flatMap((policy) => policy.Properties.PolicyDocument.Statement)
    expect(statements.length).toBeGreaterThan(8)
    for (const { Action, Resource } of statements) {
      expect([Action].flat().join()).not.toContain('*')
      expect(JSON.stringify(Resource).replace(/\/(?:uploads|derived)\/\*/gu, '')).not.toMatch(/\*/u)
    }
  })

  test('let anyone read and only signed requests write', () => {
    const routes = Object.values(service.findResources('AWS::ApiGatewayV2::Route')).map((route) => route.Properties)
    expect(routes).toHaveLength(4)
    for (const { RouteKey, AuthorizationType } of routes)
      expect(AuthorizationType).toBe(RouteKey.startsWith('GET ') ? 'NONE' : 'AWS_IAM')
  })
})
