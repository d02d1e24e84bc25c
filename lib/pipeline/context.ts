import type { AnalysisRecord } from '../contract/index.ts'
import type { FileReading, PagePart, Recognised, Unread } from '../formats/index.ts'
import type { Scan } from '../ocr/index.ts'
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
  /** Throws a StratlasError where the file cannot be read. Scanned pages are left to be recognised. */
  read(bytes: Uint8Array): Promise<FileReading | Unread>
  /** A page that cannot be recognised has a problem and no text. */
  recognise(scan: Scan): Promise<readonly PagePart[]>
  /** Puts a file together with its recognised pages. Throws a StratlasError where it holds no text even then. */
  finish(input: Recognised): Promise<FileReading>
  analyse(input: Read): Promise<Analysis>
}

/** What a step works with. */
export interface Context extends Home {
  readonly workbench: Workbench
  now(): Date
}
