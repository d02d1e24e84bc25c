import { AsyncLocalStorage } from 'node:async_hooks'
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { StratlasError } from '../lib/contract/index.ts'
import { framesOf } from './frames.ts'

/** Writes JSON lines. What a document says, and what its file is called, never reach a log: ids and codes do. */
const logger = new Logger()
const metrics = new Metrics()
const current = new AsyncLocalStorage<string>()

/** Name of the message attribute in which a correlation id travels from step to step. */
export const CORRELATION = 'correlation'

/** Runs work on whose behalf everything is logged and sent under one id, from an upload to the claims of its document. */
export const correlated = <Value>(id: string, work: () => Value): Value => current.run(id, work)

/** The id under which work runs now; undefined outside. */
export const correlation = (): string | undefined => current.getStore()

type Facts = Readonly<Record<string, string | number | null | undefined>>

/** Tells that something was done: `tell('finished', { document, status })`. */
export const tell = (what: string, facts: Facts): void => logger.info(what, { correlation: correlation(), ...facts })

/** Tells that something failed: its code or name and where, not its message, which may quote a document. */
export const warn = (what: string, error: unknown, facts: Facts = {}): void =>
  logger.error(what, { correlation: correlation(), ...facts, error: codeOf(error), at: framesOf(error) })

/** Counts something of which a dashboard shows the sum, apart for each value of a dimension where one is given. */
export function count(name: string, value: number, dimension: Readonly<Record<string, string>> = {}): void {
  const single = metrics.singleMetric()
  for (const [key, of] of Object.entries(dimension)) single.addDimension(key, of)
  single.addMetric(name, MetricUnit.Count, value)
}

const codeOf = (error: unknown): string =>
  error instanceof StratlasError ? error.code : error instanceof Error ? error.name : 'unknown'
