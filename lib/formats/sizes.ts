import type { PagePart } from './part.ts'

/** Letters that differ by less than half of this are of one size: as far apart as a text and its headings are at least. */
const STEP = Math.log(1.22)

/** A line that begins so is none that heads a text, however large it was measured, unless it goes on with one. */
const GOES_ON = /^[^\p{Lu}\p{N}]/u

/**
 * Pages whose recognised lines have even sizes: each line of a scan is measured a little differently. Sizes stand on steps
 * from that of most letters, so that a text has one and each rank of headings another.
 */
export function withEvenSizes(pages: readonly PagePart[]): PagePart[] {
  const body = bodyOf(pages.filter(({ source }) => source === 'ocr'))
  const even = (size: number) => (size ? body * Math.exp(Math.round(Math.log(size / body) / STEP) * STEP) : 0)
  return pages.map((page) => {
    if (page.source !== 'ocr') return page
    let before = 0
    const sizes = page.text.split('\n').map((line, i) => {
      const size = even(page.sizes[i] ?? 0)
      const isMeant = size === before || !GOES_ON.test(line)
      before = isMeant ? size : Math.min(size, body)
      return before
    })
    return { ...page, sizes }
  })
}

/** The size below and above which half of the letters are. */
function bodyOf(pages: readonly PagePart[]): number {
  const lines = pages
    .flatMap(({ text, sizes }) => text.split('\n').map((line, i) => ({ size: sizes[i] ?? 0, length: line.length })))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size)
  const half = lines.reduce((sum, { length }) => sum + length, 0) / 2
  let passed = 0
  for (const { size, length } of lines) {
    passed += length
    if (passed >= half) return size
  }
  return 1
}
