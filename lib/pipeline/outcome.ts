import { type AnalysisRecord, type Dimension, type Problem, StratlasError } from '../contract/index.ts'
import { periodCode, unknownCode, yearsOfRole } from '../profile/index.ts'
import { NOTHING_KNOWN } from '../store/document.ts'
import type { Outcome } from '../store/index.ts'
import { engine, versionOf } from './engine.ts'

const LONGEST_MESSAGE = 300

/** What of a record goes onto its document, to be listed and filtered by. */
export function outcomeOf(record: AnalysisRecord): Outcome {
  const subjects = record.municipalities.filter(({ role }) => role === 'subject')
  const [from, to] = yearsOfRole(record.periods, 'strategy')
  return {
    status: record.status,
    title: record.title,
    kind: record.kind,
    language: record.language.code,
    script: record.language.script,
    country: subjects[0]?.country ?? null,
    municipalities: subjects.map(({ id }) => id),
    problems: record.problems,
    concepts: conceptsOf(record),
    scanned: record.pages.filter(({ source }) => source === 'ocr').length,
    from,
    to,
    engine: versionOf(record.engine),
    source: record.source,
  }
}

/** What goes onto a document that could not be read or analysed: nothing but the reason. */
export const failure = (error: unknown): Outcome => ({
  ...NOTHING_KNOWN,
  status: 'failed',
  problems: [problemOf(error)],
  engine: versionOf(engine),
})

/** Will it be the same the next time? What a StratlasError tells of a document is; anything else may pass. */
export const isPermanent = (error: unknown): boolean => error instanceof StratlasError && error.code !== 'UNEXPECTED'

function problemOf(error: unknown): Problem {
  if (error instanceof StratlasError) return { code: error.code, message: error.message }
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    code: 'UNEXPECTED',
    message: `Work on this document broke off (${words.slice(0, LONGEST_MESSAGE)}). Others are not affected; try it again with “reanalyse”.`,
  }
}

function conceptsOf(record: AnalysisRecord): Partial<Record<Dimension, string[]>> {
  return {
    municipalities: distinct(record.municipalities.map(({ id }) => id)),
    targetGroups: distinct(record.targetGroups.flatMap(({ concept }) => concept ?? [])),
    services: distinct(record.services.flatMap(({ concept }) => concept ?? [])),
    periods: distinct(record.periods.filter(({ role }) => role !== 'reference').map(periodCode)),
    funders: distinct(record.funders.map(({ id, name }) => id ?? unknownCode(name))),
  }
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].sort()
