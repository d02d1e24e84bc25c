import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { check } from '../../infra/checks.ts'
import { appOf, newApp } from '../support/stacks.ts'

const Report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(z.object({ ruleName: z.string(), description: z.string() })),
    }),
  ),
})

/** Rules that the synthesis of an app finds broken. */
function brokenIn(app: ReturnType<typeof newApp>): string[] {
  const { directory } = check(app).synth()
  const report = Report.parse(JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')))
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))
}

describe('the rules', { timeout: 60_000 }, () => {
  test.each([
    {},
    { reading: 'closed' },
    { jwtIssuer: 'https://login.example.org', jwtAudience: 'stratlas', jwtClientId: 'page', reading: 'closed' },
  ])('of AWS Solutions, of CloudFormation and of ours find nothing in the stacks: %o', (choices) => {
    expect(brokenIn(appOf(choices as Record<string, string>).app)).toEqual([])
  })

  test('find a function on another processor, a bucket without versions, work without dead letters, and wildcards', () => {
    const app = newApp()
    const stack = new Stack(app, 'Careless')
    new Bucket(stack, 'Bucket')
    new Queue(stack, 'Queue')
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['arn:aws:s3:::a'] }))
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }))
    new LambdaFunction(stack, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = () => 1'),
      role,
    })
    const message = messageOf(() => check(app).synth())
    for (const rule of [
      'functions_run_on_arm64',
      'buckets_are_versioned',
      'queues_of_work_have_dead_letters',
      'policies_name_their_actions',
      'AwsSolutions-IAM5[Action::s3:*]',
    ])
      expect(message).toContain(rule)
  })
})

/** What is thrown. */
function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return String(error)
  }
  return ''
}
