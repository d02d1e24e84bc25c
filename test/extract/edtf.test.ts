import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, daysIn, edtf, isForward, isReal } from '../../lib/extract/periods/edtf.ts'
import { periods } from '../../lib/extract/periods/index.ts'
import { locales } from '../../lib/locales/index.ts'
import { docOf, normalize } from '../../lib/text/index.ts'

describe('EDTF', () => {
  it('writes points, ranges and open ends', () => {
    const day = { year: 2024, month: 3, day: 11 }
    expect(edtf({ from: day, to: day })).toBe('2024-03-11')
    expect(edtf({ from: day, to: { year: 2024, month: 3, day: 13 } })).toBe('2024-03-11/2024-03-13')
    expect(edtf({ from: null, to: { year: 2027 } })).toBe('../2027')
    expect(edtf({ from: { year: 2023, month: 9 }, to: null })).toBe('2023-09/..')
    expect(edtf({ from: { month: 5 }, to: { year: 2023 } })).toBeNull()
  })

  it('knows first and last days', () => {
    expect(bounds({ from: { year: 2020, month: 2 }, to: { year: 2020, month: 2 } })).toEqual({
      start: '2020-02-01',
      end: '2020-02-29',
    })
    expect(bounds({ from: null, to: { year: 2027 } })).toEqual({ start: null, end: '2027-12-31' })
  })

  it('knows the calendar', () => {
    expect(daysIn(1900, 2)).toBe(28)
    expect(isReal({ year: 2021, month: 2, day: 29 })).toBe(false)
    expect(isReal({ month: 2, day: 29 })).toBe(true)
    expect(isForward({ from: { year: 2022 }, to: { year: 2019 } })).toBe(false)
  })
})

describe('periods of any text', () => {
  const piece = fc.constantFrom(
    'od ',
    'do ',
    '12. ',
    '31.12.',
    '2020',
    '-',
    '–',
    ' i ',
    'marta ',
    'listopad ',
    'на лата ',
    '\n',
    '😀',
    'r. ',
    'strategija ',
    'X',
  )

  it('stand in the text and never throw', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = normalize(pieces.join(''))
        for (const locale of locales)
          for (const { start, end, value } of periods.extract(docOf({ text, pages: [], marks: [] }, locale), locale)) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(value.edtf).toMatch(/^(?:\.\.|\d{4}(?:-\d\d){0,2})(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}))?$/u)
          }
      }),
    )
  })
})
