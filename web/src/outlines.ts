import type { PageWord } from '../../lib/contract/index.ts'

/** Where words stand on their page. */
export type Box = Pick<PageWord, 'x' | 'y' | 'width' | 'height'>

/** Words of which some part is among these offsets, those that follow each other on a line in one box. */
export function outlines(words: readonly PageWord[], at: { readonly start: number; readonly end: number }): Box[] {
  const boxes: Box[] = []
  for (const word of words.filter(({ start, end }) => start < at.end && end > at.start)) {
    const before = boxes.at(-1)
    if (before && follows(before, word)) boxes[boxes.length - 1] = around(before, word)
    else boxes.push(word)
  }
  return boxes
}

/** Is it on the same line, on either side, not further away than words of a line are? */
function follows(box: Box, word: Box): boolean {
  const shared = Math.min(box.y + box.height, word.y + word.height) - Math.max(box.y, word.y)
  const gap = Math.max(word.x - box.x - box.width, box.x - word.x - word.width)
  return shared > Math.min(box.height, word.height) / 2 && gap < word.height * 2
}

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
