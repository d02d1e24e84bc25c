import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../lib/profile/index.ts'
import type { Finding } from '../../lib/store/index.ts'
import { finding, quote } from '../support/items.ts'

const now = new Date('2026-11-22T10:00:00Z')
const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(20)) as [string, string, string]

const itself = (document: string) =>
  finding({ dimension: 'municipalities', code: 'rs-70955', label: 'Požega', document, quotes: [] })

const findings: Finding[] = [
  itself(A),
  itself(B),
  itself(C),
  finding({
    document: A,
    mentions: 2,
    confidence: 0.7,
    targetGroups: ['older-persons'],
    years: [2019, 2022],
    quotes: [quote({ document: A, confidence: 0.7 }), quote({ document: A, confidence: 0.6, start: 90 })],
  }),
  finding({
    document: B,
    mentions: 3,
    confidence: 0.95,
    targetGroups: ['children', 'older-persons'],
    years: [2023, null],
    quotes: [quote({ document: B, confidence: 0.95 }), quote({ document: B, confidence: 0.94, start: 50 })],
  }),
  finding({ document: B, dimension: 'funders', code: '@Fond X', label: 'Fond X', years: [null, null] }),
]

describe('profileOf', () => {
  const { profile, edges } = profileOf('rs-70955', findings, now)

  it('counts documents and names codes', () => {
    expect(profile).toEqual({
      municipality: 'rs-70955',
      country: 'RS',
      name: 'Požega',
      documents: 3,
      codes: { services: ['home-care'], funders: ['@Fond X'] },
      updatedAt: now.toISOString(),
    })
  })

  it('sums up each concept over the documents', () => {
    expect(edges).toHaveLength(2)
    expect(edges[0]).toMatchObject({
      municipality: 'rs-70955',
      dimension: 'services',
      code: 'home-care',
      documents: [A, B],
      mentions: 5,
      confidence: 0.95,
      targetGroups: ['children', 'older-persons'],
      years: [
        [2019, 2022],
        [2023, null],
      ],
    })
    expect(edges[1]).toMatchObject({ code: '@Fond X', label: 'Fond X', years: [] })
  })

  it('quotes different documents first, the surest first', () => {
    expect(edges[0]?.quotes.map(({ document, start }) => [document, start])).toEqual([
      [B, 10],
      [A, 10],
      [B, 50],
    ])
  })

  it('answers the same whatever the order of the findings', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: findings.length }), (shuffled) => {
        expect(profileOf('rs-70955', shuffled, now)).toEqual({ profile, edges })
      }),
    )
  })

  it('has no profile where no document speaks of the municipality', () => {
    expect(profileOf('rs-70955', [], now)).toEqual({ profile: undefined, edges: [] })
  })
})
