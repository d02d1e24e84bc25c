import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segments } from '../../web/src/segments.ts'

const mark = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, long]) => ({ start, end: start + long }))

describe('segments of a marked text', () => {
  test('overlapping marks are cut at every edge', () => {
    const [wide, late] = [
      { start: 2, end: 6 },
      { start: 4, end: 9 },
    ]
    expect(segments([wide, late], 0, 10)).toEqual([
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 4, marks: [wide] },
      { start: 4, end: 6, marks: [wide, late] },
      { start: 6, end: 9, marks: [late] },
      { start: 9, end: 10, marks: [] },
    ])
  })

  test('a mark that runs over a page end is cut there', () => {
    const mark = { start: 8, end: 14 }
    expect(segments([mark], 0, 10).at(-1)).toEqual({ start: 8, end: 10, marks: [mark] })
    expect(segments([mark], 10, 20)[0]).toEqual({ start: 10, end: 14, marks: [mark] })
  })

  test('tile the text without gap or overlap, and each knows exactly the marks that cover it', () => {
    fc.assert(
      fc.property(
        fc.array(mark, { maxLength: 12 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 50 }),
        (marks, start, long) => {
          const found = segments(marks, start, start + long)
          expect(found.map((one) => one.start)).toEqual([start, ...found.slice(0, -1).map((one) => one.end)])
          expect(found.at(-1)?.end).toBe(start + long)
          for (const one of found) {
            const covering = marks.filter((other) => other.start <= one.start && other.end >= one.end)
            expect(new Set(one.marks)).toEqual(new Set(covering))
            expect(one.marks).toHaveLength(covering.length)
          }
        },
      ),
    )
  })
})
