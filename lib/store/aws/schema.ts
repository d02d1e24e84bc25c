/** A secondary index: name and key attributes; everything is projected. */
export interface IndexSchema {
  readonly name: string
  readonly partitionKey: string
  readonly sortKey: string
}

/**
 * The one table, as plain data for the CDK stack and for tests. All keys are strings. `GSI1` answers who has a concept,
 * `GSI2` lists documents by month and profiles by name.
 */
export const tableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'GSI1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'GSI2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
  ],
} as const satisfies { partitionKey: string; sortKey: string; indexes: readonly IndexSchema[] }
