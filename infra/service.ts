import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { acknowledgePrefix } from './acknowledge.ts'
import { Alarms } from './alarms.ts'
import { dashboard } from './dashboard.ts'
import { environments } from './environment.ts'
import { Http } from './http.ts'
import { type Name, permissions, type Stages } from './permissions.ts'
import { choicesOf, settings } from './settings.ts'
import { Site } from './site.ts'
import { Stage } from './stage.ts'
import type { State } from './state.ts'
import { Step } from './step.ts'

export interface ServiceProps extends StackProps {
  readonly state: State
}

/** The steps, the API, the page, and what watches over them: all that can be deployed again at any time. */
export class Service extends Stack {
  constructor(scope: Construct, id: string, { state, ...props }: ServiceProps) {
    super(scope, id, props)
    const choices = choicesOf(this.node)
    const stages: Stages = {
      read: state.read,
      reanalyse: new Stage(this, 'Reanalyse', settings.read.timeout),
      extract: new Stage(this, 'Extract', settings.extract.timeout),
      aggregate: new Stage(this, 'Aggregate', settings.aggregate.timeout),
    }
    const functions = this.#functions(state, stages)
    for (const part of ['uploads', 'derived'] as const) acknowledgePrefix(this, state, part)
    const http = new Http(this, 'Http', { api: functions.api, choices })
    const site = new Site(this, 'Site', { apiId: http.id, uploads: state.uploads })
    const watched = { stages, functions, table: state.table, email: choices.alarmEmail }
    dashboard(this, watched, new Alarms(this, 'Alarms', watched))
    const outputs = {
      Url: `https://${site.distribution.distributionDomainName}`,
      ApiUrl: http.url,
      PageBucket: site.bucket.bucketName,
      DistributionId: site.distribution.distributionId,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }

  /** The functions, each fed from its queue; re-analysis has a lane of its own through the first. */
  #functions(state: State, stages: Stages) {
    const environment = environments(state, stages)
    const allow = permissions(state, stages)
    const step = (name: Name) =>
      new Step(this, `${name}-step`, {
        handler: name,
        environment: environment[name],
        allow: allow[name],
        ...settings[name],
      })
    const steps = { read: step('read'), extract: step('extract'), aggregate: step('aggregate') }
    stages.read.feed(steps.read, settings.read.concurrency)
    stages.reanalyse.feed(steps.read, settings.reanalyse.concurrency)
    stages.extract.feed(steps.extract, settings.extract.concurrency)
    stages.aggregate.feed(steps.aggregate, settings.aggregate.concurrency)
    const { read, extract, aggregate } = steps
    return { read: read.lambda, extract: extract.lambda, aggregate: aggregate.lambda, api: step('api').lambda }
  }
}
