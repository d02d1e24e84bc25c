import { normalizeUnicode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  type Font,
  fontSetBy,
  KEEPS,
  type Matrix,
  NONE,
  type Operands,
  type Painting,
  Place,
  product,
  RESTORES,
} from './painting.ts'
import type { Piece } from './piece.ts'
import { lettersIn } from './stroke.ts'
import { Hand, type Sign, Writer } from './writer.ts'

/** Ligatures that Word names by the number of their picture in Calibri, at times in plane 16: ti, tt, tti, ft. */
const LIGATURES: Readonly<Record<string, string>> = { '\u019f': 'ti', '\u01a9': 'tt', '\u01ab': 'tti', '\u014c': 'ft' }
const LIGATED = /[\u019f\u01a9\u01ab\u014c\u{10019f}\u{1001a9}\u{1001ab}\u{10014c}]/gu
/** The hyphen at the end of a line is painted, so it is no soft one. */
const HYPHEN = '\u00ad'

const { showText: SHOW, moveText: MOVE } = OPS
/** What ends a piece, but not its line. */
const PARTS: ReadonlySet<number> = new Set([
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  OPS.paintFormXObjectBegin,
  OPS.paintFormXObjectEnd,
])

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** A letter of a font as pdf.js tells of it; a number between them moves the next one, in thousandths of its size, back. */
interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** How text is set: the names are those of the operators. */
interface Setting {
  readonly name: string
  readonly size: number
  readonly font: Font
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
}

const START: Setting = {
  name: '',
  size: 0,
  font: { unit: 0 },
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
}

/** Operators that set one thing to one number. */
const SETTERS = new Map<number, (value: number) => Partial<Setting>>([
  [OPS.setLeading, (leading) => ({ leading })],
  [OPS.setCharSpacing, (charSpacing) => ({ charSpacing })],
  [OPS.setWordSpacing, (wordSpacing) => ({ wordSpacing })],
  [OPS.setHScale, (percent) => ({ scale: percent / 100 })],
  [OPS.setTextRise, (rise) => ({ rise })],
])

/** The pieces of text that a page paints, in that order: the letters of a font that stand side by side on a line. */
export const lettersOf = (painting: Painting): Piece[] => new Letters(painting).pieces

class Letters {
  readonly #writer: Writer
  readonly #fonts: ReadonlyMap<string, Font>
  readonly #signs = new Map<string, Sign>()
  readonly #place: Place
  readonly #kept: Setting[] = []
  #setting = START
  readonly #pen = new Pen()
  /** The hand that writes, for as long as nothing turns it or makes it larger. */
  #hand: Hand | undefined

  constructor(painting: Painting) {
    this.#fonts = painting.fonts
    this.#writer = new Writer(painting)
    this.#place = new Place(painting.start)
    const { operators } = painting
    for (let i = 0; i < operators.length; i++) {
      const operator = operators[i] ?? 0
      const operands = painting.operands[i] ?? NONE
      // a page may have a step for each letter
      if (operator === SHOW) this.#show(operands[0] as readonly (Glyph | number)[])
      else if (operator === MOVE) this.#pen.move(operands[0] as number, operands[1] as number)
      else this.#take(operator, operands)
    }
    this.#writer.cut()
  }

  get pieces(): Piece[] {
    return this.#writer.pieces
  }

  #take(operator: number, operands: Operands): void {
    this.#hand = undefined
    this.#place.take(operator, operands)
    if (PARTS.has(operator)) this.#writer.cut()
    if (KEEPS.has(operator)) this.#kept.push(this.#setting)
    else if (RESTORES.has(operator)) this.#set(this.#kept.pop() ?? START)
    else if (operator === OPS.beginText) this.#pen.begin()
    else if (operator === OPS.setTextMatrix) this.#pen.begin(operands[0] as ArrayLike<number>)
    else if (operator === OPS.nextLine) this.#pen.move(0, -this.#setting.leading)
    else this.#adjust(operator, operands)
  }

  #adjust(operator: number, operands: Operands): void {
    const [first = 0, second = 0] = operands as readonly number[]
    const font = fontSetBy(operator, operands)
    if (font)
      this.#set({ ...this.#setting, name: font[0], size: font[1], font: this.#fonts.get(font[0]) ?? START.font })
    else if (operator === OPS.setLeadingMoveText) {
      this.#setting = { ...this.#setting, leading: -second }
      this.#pen.move(first, second)
    } else {
      const set = SETTERS.get(operator)
      if (set) this.#setting = { ...this.#setting, ...set(first) }
    }
  }

  #set(setting: Setting): void {
    if (setting.name !== this.#setting.name || setting.size !== this.#setting.size) this.#writer.cut()
    this.#setting = setting
  }

  #show(glyphs: readonly (Glyph | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale } = this.#setting
    this.#hand ??= this.#turned()
    const hand = this.#hand
    const unit = size * font.unit * scale
    const start = hand.from(this.#place.matrix, this.#pen)
    let at = 0
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] ?? 0
      if (typeof glyph === 'number') {
        at -= (glyph / 1000) * size * scale
        continue
      }
      const sign = this.#signOf(glyph.unicode)
      if (sign.kind === 'unseen') continue
      const to = sign.kind === 'mark' ? at : at + glyph.width * unit
      if (sign.kind === 'blank') this.#writer.blank()
      else this.#writer.write(sign, hand, hand.at(start, at), hand.at(start, to))
      at = to + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale
    }
    this.#pen.advance(at)
  }

  /** A hand as the matrices in force and the setting have it. */
  #turned(): Hand {
    const { font, size, scale, rise } = this.#setting
    const height = size * (size <= 1 ? (font.tall ?? 1) : 1)
    return new Hand(product(this.#place.matrix, this.#pen.turn), { size: size * scale, height, rise })
  }

  #signOf(unicode: string): Sign {
    const known = this.#signs.get(unicode)
    if (known) return known
    const sign = signOf(unicode)
    this.#signs.set(unicode, sign)
    return sign
  }
}

/** Where the next letter is painted, in the space that text is painted in. */
class Pen {
  /** How the line is turned and scaled. */
  turn: Matrix = IDENTITY
  x = 0
  y = 0
  #lineX = 0
  #lineY = 0

  /** Text, or a line of it, begins as a matrix says. */
  begin(matrix: ArrayLike<number> = IDENTITY): void {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Array.from(matrix)
    this.turn = [a, b, c, d, 0, 0]
    this.x = this.#lineX = x
    this.y = this.#lineY = y
  }

  /** The next line begins so far from where the last one began. */
  move(x: number, y: number): void {
    const [a = 1, b = 0, c = 0, d = 1] = this.turn
    this.x = this.#lineX += a * x + c * y
    this.y = this.#lineY += b * x + d * y
  }

  advance(along: number): void {
    this.x += (this.turn[0] ?? 1) * along
    this.y += (this.turn[1] ?? 0) * along
  }
}

function signOf(unicode: string): Sign {
  const text = normalizeUnicode(unicode)
    .replace(
      LIGATED,
      (ligature: string) => LIGATURES[String.fromCharCode((ligature.codePointAt(0) ?? 0) & 0xffff)] ?? ligature,
    )
    .replaceAll(HYPHEN, '-')
  return { text, kind: kindOf(text), letters: lettersIn(text) }
}

function kindOf(text: string): Sign['kind'] {
  if (/^\s/u.test(text)) return 'blank'
  if (/^\p{Mn}$/u.test(text)) return 'mark'
  return /^\p{Cf}$/u.test(text) ? 'unseen' : 'letter'
}
