import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { Construct } from 'constructs'
import { settings } from './settings.ts'
import type { Stage } from './stage.ts'

/** Has the data set written as files every night. The time of the event names the run, so that one that comes twice is one. */
export const nightly = (scope: Construct, { queue }: Stage): Rule =>
  new Rule(scope, 'Nightly', {
    description: 'stratlas: writes the data set as Parquet',
    schedule: Schedule.cron({ minute: '0', hour: String(settings.export.hour) }),
    targets: [new SqsQueue(queue, { message: RuleTargetInput.fromObject({ run: EventField.time }) })],
  })
