import type { Piece } from './piece.ts'

/** Words that begin, or have their middle, so near to each other are in one column. Points. */
const ALIGNED = 1.5
/** A gap so many times as wide as letters are high is none between words. */
const WIDE = 4

/**
 * Does text go on further right on its line, or higher up, as it does from cell to cell: at the same places again and
 * again, or over wide gaps? The blanks of justified lines stand anywhere and are narrow.
 */
export function standsInColumns(pieces: readonly Piece[]): boolean {
  const seen = pieces.filter(({ words }) => words.trim())
  const jumps = seen.flatMap((piece, i) => {
    const before = seen[i - 1]
    const rise = before ? before.y - piece.y : 0
    const gap = before && Math.abs(rise) < 2 ? (piece.x - before.x - before.width) / (piece.height || 1) : 0
    return gap > 1 || rise > piece.height / 2 ? { start: piece.x, middle: piece.x + piece.width / 2, gap } : []
  })
  const needed = Math.max(2, jumps.length / 10)
  return (
    jumps.filter(({ gap }) => gap > WIDE).length > 1 ||
    isGathered(
      jumps.map(({ start }) => start),
      needed,
    ) ||
    isGathered(
      jumps.map(({ middle }) => middle),
      needed,
    )
  )
}

/** Do so many of the places stand together somewhere? */
function isGathered(places: readonly number[], needed: number): boolean {
  const sorted = [...places].sort((a, b) => a - b)
  const ahead = Math.ceil(needed) - 1
  return sorted.some((place, i) => (sorted[i + ahead] ?? Infinity) - place <= ALIGNED)
}
