import type { AnalysisRecord } from '../contract/index.ts'
import { type FileReading, read } from '../formats/index.ts'
import { localeOf } from '../locales/index.ts'
import { findingsOf } from '../profile/index.ts'
import type { Finding } from '../store/index.ts'
import { analyse, type Read } from './analyse.ts'
import type { Home } from './home.ts'

/** What the engine found in a text, and what of it counts for which municipality. */
export interface Analysis {
  readonly record: AnalysisRecord
  readonly findings: readonly Finding[]
}

/** The work that takes processor time and meets hostile bytes: here, or in a thread that may be stopped. */
export interface Workbench {
  /** Throws a StratlasError where the file cannot be read. */
  read(bytes: Uint8Array): Promise<FileReading>
  analyse(input: Read): Promise<Analysis>
}

/** What a step works with. */
export interface Context extends Home {
  readonly workbench: Workbench
  now(): Date
}

/** The workbench in this very process: for a Lambda, which has one document at a time. */
export const inProcess: Workbench = {
  read,
  analyse: async (input) => {
    const record = analyse(input)
    return { record, findings: findingsOf(record, localeOf(record.language.code)?.abbreviations) }
  },
}
