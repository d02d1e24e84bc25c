import type { AnalysisRecord } from '../../lib/contract/index.ts'

/** A record of a text with some claims, as the engine would answer it. */
export const analysed = (text: string, claims: Partial<AnalysisRecord>): AnalysisRecord => ({
  schemaVersion: 1,
  id: '0'.repeat(20),
  source: {
    key: 'a.txt',
    mediaType: 'text/plain',
    bytes: 1,
    sha256: '0'.repeat(64),
    receivedAt: '2026-01-01T00:00:00Z',
  },
  status: 'analysed',
  problems: [],
  title: null,
  kind: 'news',
  language: { code: 'sr', script: 'Latn', confidence: 1, alternatives: [] },
  text,
  pages: [],
  municipalities: [],
  targetGroups: [],
  services: [],
  periods: [],
  funders: [],
  engine: { version: '0.0.0', lists: 'sha256-0' },
  ...claims,
})
