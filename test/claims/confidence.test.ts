import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated, declared, Tally } from '../../lib/claims/confidence.ts'

const rule = 'service/lexicon'

describe('confidence', () => {
  it('is the share of right claims, less sure the fewer there were', () => {
    const confidence = calibrated({ [rule]: { '0.90': [98, 2] }, 'funder/own': { '0.90': [1, 0] } })
    expect(confidence({ rule, confidence: 0.9 })).toBeCloseTo(0.97, 5)
    expect(confidence({ rule: 'funder/own', confidence: 0.9 })).toBeCloseTo(0.77, 5)
  })

  it('tells the steps of one rule apart', () => {
    const confidence = calibrated({ [rule]: { '0.95': [200, 1], '0.80': [20, 10] } })
    expect(confidence({ rule, confidence: 0.95 })).toBeGreaterThan(0.95)
    expect(confidence({ rule, confidence: 0.8 })).toBeLessThan(0.75)
  })

  it('stays as declared where nothing was judged', () => {
    const confidence = calibrated({ [rule]: { '0.90': [98, 2] } })
    for (const mention of [
      { rule, confidence: 0.6 },
      { rule: 'period/new', confidence: 0.8 },
    ])
      expect(confidence(mention)).toBe(declared(mention))
  })

  it('promises what rules of the kind kept when they met documents for the first time', () => {
    const tally = {
      [rule]: { '0.90': [980, 20] as [number, number] },
      'funder/own': { '0.90': [980, 20] as [number, number] },
    }
    const confidence = calibrated(tally, { service: [90, 10] })
    expect(confidence({ rule, confidence: 0.9 })).toBeCloseTo(0.89, 2)
    expect(confidence({ rule: 'funder/own', confidence: 0.9 })).toBeCloseTo(0.97, 2)
  })

  it('promises less of a rule that did worse than its kind', () => {
    const tally = {
      [rule]: { '0.90': [980, 20] as [number, number] },
      'service/around': { '0.90': [980, 20] as [number, number] },
    }
    const confidence = calibrated(tally, { service: [90, 10], 'service/around': [50, 50] })
    expect(confidence({ rule, confidence: 0.9 })).toBeCloseTo(0.89, 2)
    expect(confidence({ rule: 'service/around', confidence: 0.9 })).toBeCloseTo(0.5, 2)
  })

  it('is never certain', () => {
    const count = fc.nat(100_000)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('0.70', '0.80', '0.90'), fc.tuple(count, count)), (steps) => {
        const confidence = calibrated(Tally.parse({ [rule]: steps }))
        for (const each of [0.7, 0.8, 0.9]) {
          const sure = confidence({ rule, confidence: each })
          expect(sure).toBeGreaterThanOrEqual(0)
          expect(sure).toBeLessThan(1)
        }
      }),
    )
  })
})
