import type { Block, Line, Word } from 'tesseract.js'
import type { Piece } from '../formats/piece.ts'
import { setPage } from '../formats/set-page.ts'
import { tablesBetween } from '../formats/tables.ts'
import type { Picture } from './picture.ts'
import { ruledIn } from './ruled.ts'

const POINTS = 72
/** Letters are set in a size that is so many times the height from the highest to the lowest of them. */
const SIZE = 1.09
/** A line of which the engine is less sure is no writing but a picture, a stamp or dirt. */
const LEAST = 35

/** The words of a picture set as a page: lines, paragraphs, and each table between its lines as rows. */
export function pageOf(blocks: readonly Block[], picture: Picture): { text: string; sizes: readonly number[] } {
  const lines = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  const written = lines.filter(({ confidence }) => confidence >= LEAST)
  const rules = ruledIn(picture)
  const isRuled = rules.down.length > 1
  const pieces = written.flatMap((line) => piecesOf(line, POINTS / picture.dpi, isRuled))
  return setPage(pieces, isRuled ? tablesBetween(rules, pieces) : [])
}

function piecesOf({ words, baseline, rowAttributes }: Line, scale: number, isRuled: boolean): Piece[] {
  const seen = words
    .map((word) => ({ ...word, text: isRuled ? word.text.replace(BORDERS, '') : word.text }))
    .filter(({ text }) => text)
  return seen.map((word, i) => {
    const { x0, x1, y0, y1 } = word.bbox
    const isLast = i === seen.length - 1
    return {
      words: `${written(word, i === 0 && !isLast)}${isLast ? '' : ' '}`,
      x: x0 * scale,
      y: baseline.y0 * scale,
      width: (x1 - x0) * scale,
      height: rowAttributes.rowHeight * SIZE * scale,
      inside: { x: (x0 + 2) * scale, y: ((y0 + y1) / 2) * scale },
      isLast,
    }
  })
}

/** Borders of a table that were taken for letters. */
const BORDERS = /^[|[\]¦]+|[|[\]¦]+$/gu
/** What bullets are taken for. */
const BULLET = /^[+*°¢©»«e]$/u

/** A word as it was printed: bullets and low quotes are taken for other signs. */
const written = ({ text }: Pick<Word, 'text'>, opens: boolean): string =>
  opens && BULLET.test(text) ? '•' : text.replace(/^(\(?),,/u, '$1„')
