import { describe, expect, it } from 'vitest'
import { isLegible } from '../../lib/ocr/legible.ts'

/** A picture of A4 at 100 dpi, each pixel of the grey that is told of its place. */
const picture = (greyAt: (x: number, y: number) => number) => ({
  width: 827,
  height: 1169,
  dpi: 100,
  grey: Uint8Array.from({ length: 827 * 1169 }, (_, at) => greyAt(at % 827, Math.floor(at / 827))),
})

describe('words may be made out', () => {
  it.each([
    ['where there are lines on paper', true, (_: number, y: number) => (y % 40 < 3 ? 0 : 255)],
    ['where one stroke stands on a page', true, (x: number, y: number) => (x === 400 && y > 500 && y < 520 ? 0 : 255)],
    ['never on white paper', false, () => 255],
    ['never where all is grey', false, () => 90],
    ['never among specks', false, (x: number, y: number) => (x % 3 || y % 3 ? 255 : 0)],
  ] as const)('%s', (_, wanted, greyAt) => {
    expect(isLegible(picture(greyAt))).toBe(wanted)
  })
})
