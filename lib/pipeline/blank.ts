import type { AnalysisRecord } from '../contract/index.ts'
import { engine } from './engine.ts'

/** The record of a document in which nothing is found: not yet, or because it cannot be read. */
export const blankRecord = ({
  id,
  source,
  status,
}: Pick<AnalysisRecord, 'id' | 'source' | 'status'>): Omit<AnalysisRecord, 'text'> => ({
  schemaVersion: 1,
  id,
  source,
  status,
  problems: [],
  title: null,
  kind: 'other',
  language: { code: 'und', script: 'Zyyy', confidence: 0, alternatives: [] },
  pages: [],
  municipalities: [],
  targetGroups: [],
  services: [],
  periods: [],
  funders: [],
  engine,
})
