import { type Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import type { Part } from './settings.ts'

/** Says why a finding of the AWS Solutions rules (`IAM5[…]`, `S1`) is meant to be so, here and below. */
export const acknowledge = (construct: IConstruct, rule: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })

/**
 * Says that a role may touch any object below a prefix of a bucket in another stack. The finding is known by the output
 * that the bucket's ARN travels in, so that a bucket that is renamed has to be looked at again.
 */
export function acknowledgePrefix(construct: IConstruct, state: Stack, part: Part): void {
  const arn = { StackName: state.stackName, Region: { Ref: 'AWS::Region' }, OutputName: OUTPUTS[part] }
  const resource = `${JSON.stringify({ 'Fn::GetStackOutput': arn })}/${part}/*`
  acknowledge(
    construct,
    `IAM5[Resource::${resource}]`,
    `Documents come and go: any object below ${part}/, none beside.`,
  )
}

const DERIVED = 'PublishOutputFnGetAttDerived2F7F6E82Arn6C888B55'
const OUTPUTS = {
  uploads: 'PublishOutputFnGetAttUploads4F6EB0FDArnCD04500A',
  derived: DERIVED,
  exports: DERIVED,
} as const satisfies Record<Part, string>
