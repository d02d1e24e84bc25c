import type { Matrix, Painting } from './painting.ts'
import type { Piece } from './piece.ts'
import { type Baseline, boxed, type Point, type Stroke } from './stroke.ts'

/** Steps from where a letter ends to where the next begins, in sizes of the letters, as pdf.js has them: further back is another piece, … */
const BACK = -0.2
/** … up to this there is no blank even where one is written, … */
const NONE = 0.03
/** … beyond this there is one even where none is written, … */
const BLANK = 0.102
/** … and beyond this the next word is a piece of its own. */
const FAR = 0.6
/** Steps up or down, in heights of the letters: an index is a piece of its own, and so much less than a line leads on. */
const INDEX = 0.25
const HALF = 0.5

/** What a glyph stands for. */
export interface Sign {
  readonly text: string
  readonly letters: number
  /** A mark stands over the letter before it, what is unseen nowhere. */
  readonly kind: 'letter' | 'mark' | 'blank' | 'unseen'
}

/** How letters are painted: turned, and how large. Points of the page, y downwards. */
export class Hand {
  readonly along: Point
  readonly up: Point
  /** How large letters are along their line, and across it. */
  readonly size: number
  readonly height: number
  /** What one unit of the text along its line is on the page, and how far it is raised. */
  readonly #unit: Point
  readonly #rise: Point

  constructor(turn: Matrix, { size, height, rise }: Record<'size' | 'height' | 'rise', number>) {
    const [a = 1, b = 0, c = 0, d = 1] = turn
    const wide = Math.hypot(a, b) * (size < 0 ? -1 : 1) || 1
    const tall = Math.hypot(c, d) * (height < 0 ? -1 : 1) || 1
    this.#unit = { x: a, y: b }
    this.#rise = { x: c * rise, y: d * rise }
    this.along = { x: a / wide, y: b / wide }
    this.up = { x: c / tall, y: d / tall }
    this.size = size * wide || 1
    this.height = height * tall
  }

  /** Where on the page a pen stands. */
  from([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, pen: Point): Point {
    return { x: a * pen.x + c * pen.y + e + this.#rise.x, y: b * pen.x + d * pen.y + f + this.#rise.y }
  }

  /** Where on the page the line is so many units behind its start. */
  at(start: Point, units: number): Point {
    return { x: start.x + this.#unit.x * units, y: start.y + this.#unit.y * units }
  }
}

/** Puts letters together to pieces, and tells by the steps between them where words and lines end. */
export class Writer {
  readonly pieces: Piece[] = []
  readonly #painting: Painting
  #run: Run | undefined
  /** Where the last letter ended, and how large it was. */
  #end: Point | undefined
  #hand: Hand | undefined
  #wasBlank = false

  constructor(painting: Painting) {
    this.#painting = painting
  }

  /** A blank is written; how wide it is the next letter tells. */
  blank(): void {
    this.#wasBlank = true
  }

  /** A letter, or a mark over the one before it, from one point to another. */
  write(sign: Sign, hand: Hand, start: Point, end: Point): void {
    if (!this.#isOnPage(start, end)) return
    if (sign.kind === 'letter') this.#step(start, hand)
    this.#wasBlank = false
    this.#run ??= this.#begun(hand, start)
    this.#run.add(sign, start, end)
    this.#end = end
    this.#hand = hand
  }

  #begun({ along, up, height }: Hand, at: Point): Run {
    return new Run({ page: this.#painting.page, at, along, up, height })
  }

  #isOnPage(start: Point, end: Point): boolean {
    const { width, height } = this.#painting
    return Math.max(start.x, end.x) >= 0 && Math.min(start.x, end.x) <= width && start.y >= 0 && start.y <= height
  }

  /** What stands between the last letter and the next. */
  #step(next: Point, { along }: Hand): void {
    const end = this.#end
    const hand = this.#hand
    if (!end || !hand) return
    const right = next.x - end.x
    const down = next.y - end.y
    const gap = (right * along.x + down * along.y) / hand.size
    const shift = Math.abs(right * along.y - down * along.x) / (hand.height || 1)
    if (shift > (gap < BACK ? HALF : 1)) this.#endLine()
    else if (gap < BACK) this.cut()
    else {
      const isBlank = gap > BLANK || (gap > NONE && this.#wasBlank)
      if (isBlank && this.#run && gap > BLANK && gap <= FAR) this.#run.blank()
      else if (isBlank) this.#space(gap * hand.size)
      if (shift > INDEX) this.cut()
    }
  }

  /** A blank that is a piece of its own. */
  #space(width: number): void {
    this.cut()
    const { x = 0, y = 0 } = this.#end ?? {}
    this.pieces.push({ words: ' ', x, y, width, height: 0, inside: { x, y }, isLast: false, strokes: [] })
  }

  /** The next letter begins another piece, wherever it stands. */
  cut(): void {
    if (this.#run) this.pieces.push(this.#run.piece())
    this.#run = undefined
  }

  #endLine(): void {
    this.cut()
    const last = this.pieces.at(-1)
    if (last) this.pieces[this.pieces.length - 1] = { ...last, isLast: true }
  }
}

/** Letters side by side on a line. */
class Run {
  readonly #line: Baseline
  readonly #strokes: Stroke[] = []
  #words = ''
  /** The word that is being written: its letters, and its stretch of the line. */
  #letters = 0
  #from = 0
  #to = 0

  constructor(line: Baseline) {
    this.#line = line
  }

  add({ text, letters }: Sign, start: Point, end: Point): void {
    if (!this.#letters) this.#from = this.#along(start)
    this.#words += text
    this.#letters += letters
    this.#to = this.#along(end)
  }

  blank(): void {
    this.#endWord()
    this.#words += ' '
  }

  piece(): Piece {
    this.#endWord()
    const { at, along, up, height } = this.#line
    const width = Math.abs(this.#to)
    const [lift, step] = [height * 0.3, Math.min(1, width / 2)]
    const inside = { x: at.x + along.x * step + up.x * lift, y: at.y + along.y * step + up.y * lift }
    return { words: this.#words, x: at.x, y: at.y, width, height, inside, isLast: false, strokes: this.#strokes }
  }

  #along({ x, y }: Point): number {
    const { at, along } = this.#line
    return (x - at.x) * along.x + (y - at.y) * along.y
  }

  #endWord(): void {
    if (this.#letters) this.#strokes.push(boxed(this.#letters, this.#line, { from: this.#from, to: this.#to }))
    this.#letters = 0
  }
}
