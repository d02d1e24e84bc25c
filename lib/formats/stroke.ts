/**
 * Letters that are painted side by side without a blank: how many, on which page, and the box around them. Tenths of a point,
 * from the upper left corner of the page as a viewer shows it.
 */
export type Stroke = readonly [letters: number, page: number, x: number, y: number, width: number, height: number]

/** How far letters reach above and below their line, in their size: `Š` and `g`. */
const ABOVE = 0.93
const BELOW = 0.25

/** Where words are painted: from a point on their line along it; `along` and `up` are of length 1. Points, y downwards. */
export interface Baseline {
  readonly page: number
  readonly at: Point
  readonly along: Point
  readonly up: Point
  /** Size of the letters. */
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What `normalize` leaves out, and marks, which become one with their letters. */
const UNCOUNTED = /[\s\p{M}\p{Cc}\p{Cf}]/u

const isLetter = (words: string, at: number): boolean => {
  const code = words.charCodeAt(at)
  // The regular expression takes longer than all the rest, and these need none.
  if ((code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x300) || (code >= 0x400 && code < 0x483)) return true
  return code !== 0x20 && !UNCOUNTED.test(words.charAt(at))
}

/** How many letters and signs a text has, the same before and after `normalize`: `lettersIn('pomoć u') === 6` */
export function lettersIn(words: string): number {
  let count = 0
  for (let at = 0; at < words.length; at++) if (isLetter(words, at)) count++
  return count
}

const BLANK = /\s/u

/** What stands between blanks in a text, and how many letters and signs each has. */
export function wordsIn(text: string): { start: number; end: number; letters: number }[] {
  const words: { start: number; end: number; letters: number }[] = []
  let start = -1
  let letters = 0
  for (let at = 0; at <= text.length; at++) {
    const isSeen = at < text.length && isLetter(text, at)
    if (isSeen) {
      if (start < 0) start = at
      letters++
    } else if (start >= 0 && (at === text.length || BLANK.test(text.charAt(at)))) {
      words.push({ start, end: at, letters })
      start = -1
      letters = 0
    }
  }
  return words
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The box around letters that stand on a stretch of their line. */
export function boxed(letters: number, { page, at, along, up, height }: Baseline, { from, to }: Stretch): Stroke {
  const above = ABOVE * height
  const below = -BELOW * height
  return stroke(letters, page, {
    left: at.x + Math.min(along.x * from, along.x * to) + Math.min(up.x * above, up.x * below),
    right: at.x + Math.max(along.x * from, along.x * to) + Math.max(up.x * above, up.x * below),
    top: at.y + Math.min(along.y * from, along.y * to) + Math.min(up.y * above, up.y * below),
    bottom: at.y + Math.max(along.y * from, along.y * to) + Math.max(up.y * above, up.y * below),
  })
}

interface Sides {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Letters of a page in a box, which is given in points. */
export function stroke(letters: number, page: number, { left, right, top, bottom }: Sides): Stroke {
  const x = tenths(left)
  const y = tenths(top)
  return [letters, page, x, y, tenths(right) - x, tenths(bottom) - y]
}

/** A page may be made to be measured by what is no number. */
const tenths = (points: number): number => (Number.isFinite(points) ? Math.round(points * 10) : 0)

/** Strokes dealt out to the parts of the text that they paint, so many letters to each; one that reaches over two is cut. */
export function dealt(counts: readonly number[], strokes: readonly Stroke[]): (readonly Stroke[])[] {
  let next = 0
  let rest = strokes[0]
  return counts.map((count) => {
    const own: Stroke[] = []
    for (let wanted = count; wanted > 0 && rest; ) {
      const [letters, page, x, y, width, height]: Stroke = rest
      const taken = Math.min(letters, wanted)
      const share = Math.round((width * taken) / letters)
      if (taken > 0) own.push(taken === letters ? rest : [taken, page, x, y, share, height])
      wanted -= taken
      rest = taken === letters ? strokes[++next] : [letters - taken, page, x + share, y, width - share, height]
    }
    return own
  })
}
