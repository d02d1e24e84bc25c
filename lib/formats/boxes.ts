import type { PagePart } from './part.ts'
import { dealt, type Stroke, wordsIn } from './stroke.ts'

/** A word of the text, or a part of one that is broken over lines, and the box in which it is painted. */
export type WordBox = readonly [start: number, length: number, x: number, y: number, width: number, height: number]

/** Where the words of a page are painted. Tenths of a point, from the upper left corner of the page as a viewer shows it. */
export interface PageBoxes {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Six numbers for each word, each as the difference to that of the word before. */
  readonly words: readonly number[]
}

const SIX = 6

/** The words of a page with their boxes: `unpacked({ words: [0, 5, 72, 72, 31, 12, 6, 0, 33, 0, 0, 0] })[1]` begins `[6, 5, 105, …` */
export function unpacked({ words }: Pick<PageBoxes, 'words'>): WordBox[] {
  const boxes: WordBox[] = []
  const last: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0]
  words.forEach((difference, i) => {
    last[i % SIX] = (last[i % SIX] ?? 0) + difference
    if (i % SIX === SIX - 1) boxes.push([...last])
  })
  return boxes
}

/** The boxes of a page as they are kept. */
class Packing {
  readonly words: number[] = []
  #last: WordBox = [0, 0, 0, 0, 0, 0]

  add(start: number, length: number, [, , x, y, width, height]: Stroke): void {
    const box = [start, length, x, y, width, height] as const
    for (let i = 0; i < SIX; i++) this.words.push((box[i] ?? 0) - (this.#last[i] ?? 0))
    this.#last = box
  }
}

/** Where the words of a document stand whose pages are put together, one line end between them. */
export function boxesOf(pages: readonly PagePart[]): PageBoxes[] {
  const packings = new Map(pages.map(({ number }) => [number, new Packing()]))
  let start = 0
  for (const { text, strokes = [] } of pages)
    text.split('\n').forEach((line, i) => {
      const from = start
      eachBox(line, strokes[i] ?? [], (at, length, stroke) => packings.get(stroke[1])?.add(from + at, length, stroke))
      start += line.length + 1
    })
  return pages.flatMap(({ number, paper }) =>
    paper ? { number, ...paper, words: packings.get(number)?.words ?? [] } : [],
  )
}

/** Tells of each word of a line where it begins, how long it is, and its stroke; of one in parts each part. */
function eachBox(
  line: string,
  strokes: readonly Stroke[],
  tell: (start: number, length: number, stroke: Stroke) => void,
): void {
  const words = wordsIn(line)
  const counts = words.map(({ letters }) => letters)
  // A line that was mended beyond its letters has no boxes rather than wrong ones.
  if (sum(counts) !== sum(strokes.map(([letters]) => letters))) return
  const isEven = counts.length === strokes.length && counts.every((count, i) => count === strokes[i]?.[0])
  const own = isEven ? strokes.map((stroke) => [stroke]) : dealt(counts, strokes)
  words.forEach(({ start, end }, i) => {
    const parts = joined(own[i] ?? [])
    let at = start
    for (const part of parts) {
      const length = part === parts.at(-1) ? end - at : part[0]
      tell(at, length, part)
      at += length
    }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Strokes of a word as one where they stand side by side on a line. */
function joined(strokes: readonly Stroke[]): readonly Stroke[] {
  if (strokes.length === 1) return strokes
  const found: Stroke[] = []
  for (const stroke of strokes) {
    const before = found.at(-1)
    if (before && isBeside(before, stroke)) found[found.length - 1] = union(before, stroke)
    else found.push(stroke)
  }
  return found
}

function isBeside([, page, x, y, width, height]: Stroke, [, other, left, top, , tall]: Stroke): boolean {
  const shared = Math.min(y + height, top + tall) - Math.max(y, top)
  return page === other && shared > Math.min(height, tall) / 2 && left >= x && left - x - width < Math.max(height, tall)
}

function union([letters, page, x, y, width, height]: Stroke, [more, , left, top, wide, tall]: Stroke): Stroke {
  const upper = Math.min(y, top)
  return [letters + more, page, x, upper, Math.max(width, left + wide - x), Math.max(y + height, top + tall) - upper]
}
