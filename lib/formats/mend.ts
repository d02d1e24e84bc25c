import type { Piece } from './piece.ts'
import { dealt, lettersIn } from './stroke.ts'

/** So many pieces back a second strike of the same words is looked for: a line seldom has more. */
const BACK = 16
/** How far a second strike stands off the first at most, in sizes of its letters. */
const STRIKE = 0.15
/** Letters set apart: so many single ones make a word by themselves. */
const SINGLE = 4
/** The first letter of a chapter is so many times as large as what it begins at least. */
const INITIAL = 1.8
/** A mark of a note is so many times as large as the words it stands at, at most. */
const MARK = 0.8

/**
 * The pieces of a page as they are meant. What makes words bold, wide or fine to look at leaves them double, in letters
 * or in parts: a second strike is dropped, letters that are set apart are joined, the large letter that begins a chapter
 * goes to its word, and the mark of a note is parted from the word before it.
 *
 *     S T R A T E G I J A → STRATEGIJA, kućikući → kući, O pština → Opština, kući¹ → kući 1
 */
export const mend = (pieces: readonly Piece[]): Piece[] =>
  [struckOnce, joined, begun, noted].reduce<readonly Piece[]>((all, step) => step(all), pieces).slice()

const isBlank = ({ words }: Piece): boolean => !words.trim()

/** Without what is painted over itself: nearly at the same place, or within words that hold it. */
function struckOnce(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  const seen: Piece[] = []
  let wasDropped = false
  for (const piece of pieces) {
    if (isBlank(piece)) {
      if (!wasDropped) kept.push(piece)
      else if (piece.isLast) endLine(kept)
      continue
    }
    const first = seen.find((other) => isOver(piece, other))
    const rest = first ? restOf(piece, first) : piece
    wasDropped = rest === undefined
    if (rest) {
      kept.push(rest)
      seen.push(rest)
    } else if (piece.isLast) endLine(kept)
    if (seen.length > BACK) seen.shift()
  }
  return kept
}

function endLine(kept: Piece[]): void {
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = { ...last, isLast: true }
}

function isOver(piece: Piece, first: Piece): boolean {
  const near = STRIKE * piece.height
  if (Math.abs(piece.y - first.y) > near || piece.height === 0) return false
  if (Math.abs(piece.x - first.x) <= near && piece.words.startsWith(first.words)) return true
  const isInside = piece.x >= first.x - near && piece.x + piece.width <= first.x + first.width + near
  return isInside && first.words.includes(piece.words)
}

/** pdf.js writes what follows a second strike into the same piece. */
function restOf(piece: Piece, first: Piece): Piece | undefined {
  const words = piece.words.startsWith(first.words) ? piece.words.slice(first.words.length) : ''
  if (!words.trim()) return undefined
  const inside = { ...piece.inside, x: piece.inside.x + first.width }
  const [, strokes = []] = dealt([lettersIn(first.words), lettersIn(words)], piece.strokes)
  const width = Math.max(0, piece.width - first.width)
  return { ...piece, words, x: piece.x + first.width, width, inside, strokes }
}

/** Words of letters that are set apart; between them pdf.js leaves blanks of their own. */
function joined(pieces: readonly Piece[]): Piece[] {
  const counts = pieces.map(({ words }) => singlesIn(words))
  return pieces.map((piece, i) => {
    const isBeside = (counts[i] ?? 0) > 1 && [counts[i - 2], counts[i + 2]].some((count = 0) => count >= SINGLE)
    const isWord = (counts[i] ?? 0) >= SINGLE && /\p{L}|^(?:1 9|2 0)/u.test(piece.words)
    return isWord || isBeside ? { ...piece, words: piece.words.replaceAll(' ', '') } : piece
  })
}

/** How many characters a piece has, where blanks part all of them and they make a word in one case. */
const singlesIn = (words: string): number =>
  /^\S(?: \S)+$/u.test(words) && /^(?:\P{Ll}+|.\P{Lu}+)$/u.test(words) ? (words.length + 1) / 2 : 0

/** A large first letter as a part of the word that it begins. */
function begun(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const at = found.findLastIndex((one) => !isBlank(one))
    const before = found[at]
    const isInitial =
      before !== undefined &&
      at >= found.length - 2 &&
      /^\p{Lu}$/u.test(before.words) &&
      /^\p{Ll}/u.test(piece.words) &&
      before.height >= piece.height * INITIAL &&
      Math.abs(piece.x - before.x - before.width) <= piece.height
    if (!isInitial) found.push(piece)
    else {
      found.splice(at)
      const strokes = [...before.strokes, ...piece.strokes]
      const width = piece.x + piece.width - before.x
      found.push({ ...piece, words: before.words + piece.words, x: before.x, width, strokes })
    }
  }
  return found
}

/** The raised number of a note, parted from the word that it stands at. */
const noted = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, i) => {
    const before = pieces[i - 1]
    const isMark =
      before !== undefined &&
      /^\d{1,3}\)?$/u.test(piece.words) &&
      /[\p{L}\p{N}.,;:)"”“]$/u.test(before.words) &&
      piece.height <= before.height * MARK &&
      before.y - piece.y > before.height * STRIKE &&
      before.y - piece.y < before.height
    return isMark ? { ...piece, words: ` ${piece.words}` } : piece
  })
