import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { settings } from './settings.ts'
import type { Stage } from './stage.ts'

/** What is watched, each by the name that its alarms bear. */
export interface Watched {
  readonly stages: Readonly<Record<string, Stage>>
  readonly functions: Readonly<Record<string, IFunction>>
  readonly table: TableV2
  /** Answers of the API that were a fault of ours. */
  readonly faults: Metric
  readonly email: string | undefined
}

const QUARTER = Duration.minutes(15)
const HOUR = Duration.hours(1)

/** Tells someone of what needs a human: dead letters, work that waits too long, errors, and units that cost too much. */
export class Alarms extends Construct {
  readonly topic: Topic
  readonly all: Alarm[] = []

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id)
    const { stages, functions, faults, email } = watched
    this.topic = new Topic(this, 'Topic', { enforceSSL: true })
    if (email) this.topic.addSubscription(new EmailSubscription(email))
    for (const [name, { queue, dead }] of Object.entries(stages)) {
      const letters = dead.metricApproximateNumberOfMessagesVisible({ period: QUARTER, statistic: 'max' })
      this.#add(`${name}-dead`, letters, 0, `Dead letters of ${name}: see "Dead letters" in docs/deploy.md.`)
      const age = queue.metricApproximateAgeOfOldestMessage({ period: QUARTER, statistic: 'max' })
      this.#add(`${name}-age`, age, settings.alarms.age.toSeconds(), `Work waits too long in the queue of ${name}.`)
    }
    for (const [name, one] of Object.entries(functions)) {
      const errors = one.metricErrors({ period: QUARTER, statistic: 'sum' })
      this.#add(`${name}-errors`, errors, 0, `The function ${name} crashed, ran out of time or could not start.`)
    }
    const answers = faults.with({ period: QUARTER, statistic: 'sum' })
    this.#add('api-faults', answers, settings.alarms.faults, 'The API answered that something unexpected happened.')
    this.#guard(watched)
  }

  /** Tells of an hour that costs too much. */
  #guard({ table }: Watched): void {
    const units = { period: HOUR, statistic: 'sum' }
    const { hourlyReadUnits, hourlyWriteUnits } = settings.alarms
    const reads = table.metricConsumedReadCapacityUnits(units)
    this.#add('cost-reads', reads, hourlyReadUnits, 'An hour of reads costs more than an installation should.')
    const writes = table.metricConsumedWriteCapacityUnits(units)
    this.#add('cost-writes', writes, hourlyWriteUnits, 'An hour of writes costs more than an installation should.')
  }

  #add(id: string, metric: IMetric, threshold: number, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    this.all.push(alarm)
  }
}
