import { Permit } from './permit.ts'
import type { Stage } from './stage.ts'
import type { State } from './state.ts'
import type { Permission } from './step.ts'

/** The functions, by their file names in functions/. */
export type Name = 'read' | 'extract' | 'aggregate' | 'api'

/** The queues with their dead letters, by what waits in them. */
export type Stages = Readonly<Record<Exclude<Name, 'api'> | 'reanalyse', Stage>>

/**
 * What each function may do, and no more: test/cloud runs them under these policies, and fails both where an action is
 * missing and where one is never used.
 */
export function permissions(state: State, stages: Stages): Readonly<Record<Name, readonly Permission[]>> {
  const permit = new Permit(state)
  const { read, extract, aggregate, reanalyse } = stages
  const every = Object.values(stages)
  return {
    read: [
      ...permit.consume(read.queue, reanalyse.queue),
      ...permit.get('uploads'),
      ...permit.put('derived'),
      ...permit.list('derived'),
      ...permit.delete('derived'),
      ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
      ...permit.send(extract.queue, aggregate.queue),
    ],
    extract: [
      ...permit.consume(extract.queue),
      ...permit.get('derived'),
      ...permit.put('derived'),
      ...permit.delete('derived'),
      ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
      ...permit.send(read.queue, aggregate.queue),
    ],
    aggregate: [...permit.consume(aggregate.queue), ...permit.items('BatchGetItem', 'BatchWriteItem', 'Query')],
    api: [
      ...permit.get('uploads'),
      ...permit.put('uploads'),
      ...permit.delete('uploads'),
      ...permit.get('derived'),
      ...permit.delete('derived'),
      ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
      ...permit.indexes(),
      ...permit.send(reanalyse.queue, aggregate.queue),
      ...permit.depth(...every.flatMap(({ queue, dead }) => [queue, dead])),
    ],
  }
}
