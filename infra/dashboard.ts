import { Duration } from 'aws-cdk-lib'
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Alarms, Watched } from './alarms.ts'
import { METRICS_NAMESPACE } from './settings.ts'

const HALF = 12
const PERIOD = Duration.minutes(5)

/** One page that says whether an installation is well: alarms, documents, queues, functions, table. */
export function dashboard(scope: Construct, { stages, functions, table }: Watched, alarms: Alarms): Dashboard {
  const queues = Object.entries(stages)
  const lambdas = Object.entries(functions)
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: 2 * HALF })],
      ...own(),
      [
        graph(
          'Messages waiting',
          queues.map(([label, { queue }]) =>
            queue.metricApproximateNumberOfMessagesVisible({ label, statistic: 'max' }),
          ),
        ),
        graph(
          'Dead letters',
          queues.map(([label, { dead }]) => dead.metricApproximateNumberOfMessagesVisible({ label, statistic: 'max' })),
        ),
      ],
      [
        graph(
          'Duration, 95th percentile',
          lambdas.map(([label, one]) => one.metricDuration({ label, statistic: 'p95' })),
        ),
        graph(
          'Request units',
          [table.metricConsumedReadCapacityUnits(), table.metricConsumedWriteCapacityUnits()].map((metric) =>
            metric.with({ statistic: 'sum' }),
          ),
        ),
      ],
    ],
  })
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: HALF })

/** Graphs of what the functions count themselves. */
const own = (): GraphWidget[][] => [
  [
    graph('Documents by status', [counted('Documents', 'status')]),
    graph('Failures by code', [counted('Failures', 'code')]),
  ],
  [
    graph('Pages, and seconds of recognising scanned ones', [counted('Pages'), counted('OcrSeconds')]),
    graph('Tries that come again', [counted('Retries')]),
  ],
  [
    graph('Millionths of a dollar by step, estimated', [counted('MicroUSD')]),
    graph('Millionths of a dollar per document, estimated', [perDocument()]),
  ],
]

/** A metric that the functions count themselves, summed by one dimension. */
const counted = (name: string, by?: string): IMetric =>
  new MathExpression({ expression: found(name, by), label: '', period: PERIOD, usingMetrics: {} })

/** What a document costs on its way through all steps, on average. */
const perDocument = (): IMetric =>
  new MathExpression({
    expression: `SUM(${found('MicroUSD')}) / SUM(${found('Documents', 'status')})`,
    label: 'per document',
    period: PERIOD,
    usingMetrics: {},
  })

const found = (name: string, by?: string): string =>
  `SEARCH('{${[METRICS_NAMESPACE, 'service', ...(by ? [by] : [])].join(',')}} MetricName="${name}"', 'Sum')`
