import type { Block, Line, Word } from 'tesseract.js'
import type { SizedPage } from '../formats/headings.ts'
import type { Piece } from '../formats/piece.ts'
import { setPage } from '../formats/set-page.ts'
import { lettersIn, stroke } from '../formats/stroke.ts'
import { tablesBetween } from '../formats/tables.ts'
import { originOf, type Place } from './origin.ts'
import type { Picture } from './picture.ts'
import { ruledIn } from './ruled.ts'

const POINTS = 72
/** Letters are set in a size that is so many times the height from the highest to the lowest of them. */
const SIZE = 1.09
/** A line of which the engine is less sure is no writing but a picture, a stamp or dirt. */
const LEAST = 35

/** What the words of a picture become: a page of a document, and where they stand on what the picture was made of. */
interface Sheet {
  readonly page: number
  /** Points of a pixel. */
  readonly scale: number
  readonly isRuled: boolean
  readonly place: Place
}

/** The words of a picture set as a page: lines, paragraphs, and each table between its lines as rows. */
export function pageOf(page: number, blocks: readonly Block[], picture: Picture): SizedPage {
  const lines = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  const written = lines.filter(({ confidence }) => confidence >= LEAST)
  const rules = ruledIn(picture)
  const isRuled = rules.down.length > 1
  const sheet = { page, scale: POINTS / picture.dpi, isRuled, place: originOf(picture).place }
  const pieces = written.flatMap((line) => piecesOf(line, sheet))
  return setPage(pieces, isRuled ? tablesBetween(rules, pieces) : [])
}

function piecesOf({ words, baseline, rowAttributes }: Line, { page, scale, isRuled, place }: Sheet): Piece[] {
  const seen = words
    .map((word) => ({ ...word, text: isRuled ? word.text.replace(BORDERS, '') : word.text }))
    .filter(({ text }) => text)
  return seen.map((word, i) => {
    const { x0, x1, y0, y1 } = word.bbox
    const isLast = i === seen.length - 1
    const words = `${written(word, i === 0 && !isLast)}${isLast ? '' : ' '}`
    const corners = [place(x0, y0), place(x1, y0), place(x0, y1), place(x1, y1)]
    return {
      words,
      strokes: [stroke(lettersIn(words), page, around(corners, scale))],
      x: x0 * scale,
      y: baseline.y0 * scale,
      width: (x1 - x0) * scale,
      height: rowAttributes.rowHeight * SIZE * scale,
      inside: { x: (x0 + 2) * scale, y: ((y0 + y1) / 2) * scale },
      isLast,
    }
  })
}

/** The sides of the box around points. */
function around(points: readonly (readonly [x: number, y: number])[], scale: number) {
  const [xs, ys] = [points.map(([x]) => x * scale), points.map(([, y]) => y * scale)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Borders of a table that were taken for letters. */
const BORDERS = /^[|[\]¦]+|[|[\]¦]+$/gu
/** What bullets are taken for. */
const BULLET = /^[+*°¢©»«e]$/u

/** A word as it was printed: bullets and low quotes are taken for other signs. */
const written = ({ text }: Pick<Word, 'text'>, opens: boolean): string =>
  opens && BULLET.test(text) ? '•' : text.replace(/^(\(?),,/u, '$1„')
