import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { acknowledgePrefix } from './acknowledge.ts'
import { Alarms } from './alarms.ts'
import { dashboard } from './dashboard.ts'
import { environments } from './environment.ts'
import { Http } from './http.ts'
import { nightly } from './nightly.ts'
import { FED, NAMES, type Name, permissions, type Stages } from './permissions.ts'
import { type Choices, checkTimeouts, choicesOf, settings } from './settings.ts'
import { OCR_FILES, OCR_PACKAGES } from './shipped.ts'
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
    checkTimeouts({ read: settings.read, extract: settings.extract })
    const stages: Stages = {
      read: state.read,
      reanalyse: new Stage(this, 'Reanalyse', settings.read.timeout),
      ocr: new Stage(this, 'Ocr', settings.ocr.timeout),
      extract: new Stage(this, 'Extract', settings.extract.timeout),
      aggregate: new Stage(this, 'Aggregate', settings.aggregate.timeout),
      export: new Stage(this, 'Export', settings.export.timeout),
    }
    const functions = this.#functions(state, stages, choices)
    for (const part of ['uploads', 'derived', 'exports'] as const) acknowledgePrefix(this, state, part)
    nightly(this, stages.export)
    const http = new Http(this, 'Http', { api: functions.api, choices })
    const site = new Site(this, 'Site', {
      apiId: http.id,
      uploads: state.uploads,
      origins: choices.issuer?.origins ?? [],
    })
    const watched = { stages, functions, table: state.table, faults: http.faults, email: choices.alarmEmail }
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
  #functions(state: State, stages: Stages, { issuer }: Choices) {
    const environment = environments(state, stages, issuer)
    const allow = permissions(state, stages)
    const stepOf = (name: Name): readonly [Name, Step] => [
      name,
      new Step(this, `${name}-step`, {
        handler: name,
        environment: environment[name],
        allow: allow[name],
        ...settings[name],
        ...(name === 'ocr' && { packages: OCR_PACKAGES, files: OCR_FILES }),
      }),
    ]
    const steps = Object.fromEntries(NAMES.map(stepOf)) as Record<Name, Step>
    for (const name of FED) stages[name].feed(steps[name], settings[name].concurrency)
    stages.reanalyse.feed(steps.read, settings.reanalyse.concurrency)
    const lambdas = NAMES.map((name): [Name, IFunction] => [name, steps[name].lambda])
    return Object.fromEntries(lambdas) as Record<Name, IFunction>
  }
}
