import type { AnalysisRecord } from '../contract/index.ts'
import type { FileReading } from '../formats/index.ts'
import type { Finding } from '../store/index.ts'
import type { Read } from './analyse.ts'
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
