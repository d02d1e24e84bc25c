import type { Source } from '../../lib/contract/index.ts'
import type { Edge, Finding, Outcome, ProfileItem, Quote } from '../../lib/store/index.ts'

/** Items as tests need them, each a whole one with what matters changed. */
export const source = (part: Partial<Source> = {}): Source => ({
  key: 'uploads/a.txt',
  mediaType: 'text/plain',
  bytes: 3,
  sha256: 'a'.repeat(64),
  receivedAt: '2026-11-22T10:00:00.000Z',
  ...part,
})

export const outcome: Outcome = {
  status: 'analysed',
  title: 'Title',
  kind: 'strategy',
  language: 'sr',
  script: 'Latn',
  country: 'RS',
  municipalities: [],
  problems: [],
  concepts: {},
  from: null,
  to: null,
  engine: '0.1.0+sha256-a',
}

export const quote = (part: Partial<Quote> = {}): Quote => ({
  document: 'a'.repeat(20),
  start: 10,
  end: 23,
  text: 'pomoć u kući',
  sentence: 'Planira se pomoć u kući.',
  rule: 'service/lexicon',
  confidence: 0.9,
  ...part,
})

export const finding = (part: Partial<Finding> = {}): Finding => ({
  municipality: 'rs-70955',
  dimension: 'services',
  code: 'home-care',
  document: 'a'.repeat(20),
  mentions: 1,
  confidence: 0.9,
  quotes: [quote()],
  targetGroups: [],
  years: [2019, null],
  ...part,
})

export const edge = (part: Partial<Edge> = {}): Edge => ({
  municipality: 'rs-70955',
  dimension: 'services',
  code: 'home-care',
  documents: ['a'.repeat(20)],
  mentions: 1,
  confidence: 0.9,
  targetGroups: ['older-persons'],
  years: [[2019, 2022]],
  quotes: [quote()],
  ...part,
})

export const profile = (part: Partial<ProfileItem> = {}): ProfileItem => ({
  municipality: 'rs-70955',
  country: 'RS',
  name: 'Požega',
  documents: 1,
  codes: { services: ['home-care'] },
  updatedAt: '2026-11-22T10:00:00.000Z',
  ...part,
})
