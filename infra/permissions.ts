import { Permit } from './permit.ts'
import type { Stage } from './stage.ts'
import type { State } from './state.ts'
import type { Permission } from './step.ts'

/** The functions that work off a queue of their own, by their file names in functions/. */
export const FED = ['read', 'ocr', 'extract', 'aggregate', 'export'] as const

/** All functions. */
export const NAMES = [...FED, 'api'] as const
export type Name = (typeof NAMES)[number]

/** The queues with their dead letters, by what waits in them. */
export type Stages = Readonly<Record<(typeof FED)[number] | 'reanalyse', Stage>>

type Grants = (permit: Permit, stages: Stages) => readonly Permission[]

const GRANTS: Readonly<Record<Name, Grants>> = {
  read: (permit, { read, reanalyse, ocr, extract, aggregate }) => [
    ...permit.consume(read.queue, reanalyse.queue),
    ...permit.get('uploads'),
    ...permit.put('derived'),
    ...permit.list('derived'),
    ...permit.delete('derived'),
    ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
    ...permit.send(ocr.queue, extract.queue, aggregate.queue),
  ],
  ocr: (permit, { read, ocr, extract, aggregate }) => [
    ...permit.consume(ocr.queue),
    ...permit.get('uploads'),
    ...permit.get('derived'),
    ...permit.put('derived'),
    ...permit.delete('derived'),
    ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
    ...permit.send(read.queue, ocr.queue, extract.queue, aggregate.queue),
  ],
  extract: (permit, { read, extract, aggregate }) => [
    ...permit.consume(extract.queue),
    ...permit.get('derived'),
    ...permit.put('derived'),
    ...permit.delete('derived'),
    ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
    ...permit.send(read.queue, aggregate.queue),
  ],
  aggregate: (permit, { aggregate }) => [
    ...permit.consume(aggregate.queue),
    ...permit.items('BatchGetItem', 'BatchWriteItem', 'Query'),
  ],
  export: (permit, stages) => [
    ...permit.consume(stages.export.queue),
    ...permit.get('derived'),
    ...permit.read('exports'),
    ...permit.put('exports'),
    ...permit.items('Query'),
    ...permit.indexes('GSI2'),
    ...permit.send(stages.export.queue),
  ],
  api: (permit, { reanalyse, aggregate, export: _, ...counted }) => [
    ...permit.get('uploads'),
    ...permit.put('uploads'),
    ...permit.delete('uploads'),
    ...permit.get('derived'),
    ...permit.delete('derived'),
    ...permit.read('exports'),
    ...permit.items('GetItem', 'PutItem', 'BatchWriteItem', 'Query'),
    ...permit.indexes('GSI1', 'GSI2'),
    ...permit.send(reanalyse.queue, aggregate.queue),
    ...permit.depth(...[reanalyse, aggregate, ...Object.values(counted)].flatMap(({ queue, dead }) => [queue, dead])),
  ],
}

/**
 * What each function may do, and no more: test/cloud runs them under these policies, and fails both where an action is
 * missing and where one is never used.
 */
export function permissions(state: State, stages: Stages): Readonly<Record<Name, readonly Permission[]>> {
  const permit = new Permit(state)
  const grants = NAMES.map((name) => [name, GRANTS[name](permit, stages)])
  return Object.fromEntries(grants) as Record<Name, readonly Permission[]>
}
