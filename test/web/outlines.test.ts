import { expect, test } from 'vitest'
import { outlines } from '../../web/src/outlines.ts'

/** Words of five letters, set four to a line from left to right, or from right to left where the page lies on its head. */
const words = (step: number) =>
  Array.from({ length: 8 }, (_, i) => ({
    start: 6 * i,
    end: 6 * i + 5,
    x: 300 + step * (i % 4),
    y: 100 + 14 * Math.floor(i / 4),
    width: 30,
    height: 12,
  }))

test.each([35, -35])('words that follow each other on a line are one, those of the next another', (step) => {
  const [one, other, ...more] = outlines(words(step), { start: 8, end: 27 })
  expect([one?.y, one?.width, other?.y, other?.width, more]).toEqual([100, 100, 114, 30, []])
})

test('words of cells that stand apart are each by itself', () => {
  expect(outlines(words(120), { start: 0, end: 23 })).toHaveLength(4)
})

test('on a page without them there are none', () => {
  expect(outlines(words(35), { start: 60, end: 70 })).toEqual([])
})
