import { RemovalPolicy } from 'aws-cdk-lib'
import { type Attribute, AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { tableSchema } from '../lib/store/aws/schema.ts'
import { settings } from './settings.ts'

const key = (name: string): Attribute => ({ name, type: AttributeType.STRING })

/** The one table with its two indexes, on demand, with point-in-time recovery; its keys are those of the store's own schema. */
export function table(scope: Construct, id: string): TableV2 {
  return new TableV2(scope, id, {
    partitionKey: key(tableSchema.partitionKey),
    sortKey: key(tableSchema.sortKey),
    globalSecondaryIndexes: tableSchema.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: key(index.partitionKey),
      sortKey: key(index.sortKey),
    })),
    billing: Billing.onDemand(settings.table),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
}

/** Name of one of the table's indexes. */
export type IndexName = (typeof tableSchema.indexes)[number]['name']

/** Resources of a table's indexes, by name: a policy that names them needs no wildcard. */
export const indexArns = ({ tableArn }: TableV2, names: readonly IndexName[]): string[] =>
  names.map((name) => `${tableArn}/index/${name}`)
