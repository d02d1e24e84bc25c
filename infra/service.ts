import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Http } from './http.ts'
import { Permit } from './permit.ts'
import { settings } from './settings.ts'
import { Stage } from './stage.ts'
import type { State } from './state.ts'
import { type Permission, Step } from './step.ts'

export interface ServiceProps extends StackProps {
  readonly state: State
}

type Name = 'read' | 'extract' | 'aggregate' | 'api'

/** The steps and the API: all that can be deployed again at any time. */
export class Service extends Stack {
  constructor(scope: Construct, id: string, { state, ...props }: ServiceProps) {
    super(scope, id, props)
    const stages = {
      read: state.read,
      extract: new Stage(this, 'Extract', settings.extract.timeout),
      aggregate: new Stage(this, 'Aggregate', settings.aggregate.timeout),
    }
    const environment = environmentOf(state, stages)
    const allow = permissions(state, stages)
    const step = (name: Name) =>
      new Step(this, `${name}-step`, { handler: name, environment, allow: allow[name], ...settings[name] })
    stages.read.feed(step('read'), settings.read.concurrency)
    stages.extract.feed(step('extract'), settings.extract.concurrency)
    stages.aggregate.feed(step('aggregate'), settings.aggregate.concurrency)
    new CfnOutput(this, 'Url', { value: new Http(this, 'Http', step('api').lambda).url })
  }
}

type Stages = Readonly<Record<Exclude<Name, 'api'>, Stage>>

/** Where a function finds everything: the names that `functions/home.ts` reads. */
const environmentOf = (
  { table, uploads, derived }: State,
  { read, extract, aggregate }: Stages,
): Record<string, string> => ({
  TABLE: table.tableName,
  UPLOADS: uploads.bucketName,
  DERIVED: derived.bucketName,
  READ_QUEUE: read.queue.queueUrl,
  EXTRACT_QUEUE: extract.queue.queueUrl,
  AGGREGATE_QUEUE: aggregate.queue.queueUrl,
})

/** What each function may do, and no more. */
function permissions(
  state: State,
  { read, extract, aggregate }: Stages,
): Readonly<Record<Name, readonly Permission[]>> {
  const permit = new Permit(state)
  const all = [read.queue, extract.queue, aggregate.queue]
  return {
    read: [
      ...permit.get('uploads'),
      ...permit.get('derived'),
      ...permit.put('derived'),
      ...permit.delete('derived'),
      ...permit.items(),
      ...permit.send(extract.queue, aggregate.queue),
    ],
    extract: [
      ...permit.get('derived'),
      ...permit.put('derived'),
      ...permit.delete('derived'),
      ...permit.items(),
      ...permit.send(read.queue, aggregate.queue),
    ],
    aggregate: permit.items(),
    api: [
      ...permit.get('uploads'),
      ...permit.put('uploads'),
      ...permit.delete('uploads'),
      ...permit.get('derived'),
      ...permit.delete('derived'),
      ...permit.items(),
      ...permit.send(read.queue, aggregate.queue),
      ...permit.depth(...all),
    ],
  }
}
