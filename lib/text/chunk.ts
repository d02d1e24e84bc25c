import type { Line } from './line.ts'

/** Lines that belong together, before it is known what they are. */
export interface Chunk {
  readonly lines: readonly [Line, ...Line[]]
  /** A blank line, or the text's edge, stands before it. */
  readonly apart: boolean
  readonly end: number
}

/** A heading is no longer than this, nor a line that goes on with a label. */
export const LONGEST_HEADING = 130
/** A line shorter than this share of the text's full lines ends its paragraph. */
const FULL_LINE = 0.75
/** A label that stands alone on its line, its words on the next: `CEL STRATEGICZNY 1.` */
const LABEL = /^\s*\p{L}{2}[\p{L}\s]*\d+(?:\.\d+)*[.:]?\s*$/u
/** A line that only leads on to the list behind it: `Działania:`. */
const BARE_LABEL = /^\s*\p{Lu}\p{Ll}+(?:\s\p{L}+){0,2}:\s*$/u
/** Marks of what is the page and not the text. */
export const SILENT: ReadonlySet<string> = new Set(['boilerplate', 'header', 'footer'])

/** Joins wrapped lines of one paragraph or item. The frame of a table is no line of it. */
export function join(lines: readonly Line[]): Chunk[] {
  const full = fullLength(lines)
  const fill = { full, isSetApart: areSetApart(lines, full) }
  const chunks: { lines: [Line, ...Line[]]; apart: boolean; end: number }[] = []
  let before: Line | undefined
  for (const line of lines) {
    if (line.shape === 'frame') continue
    const open = chunks.at(-1)
    if (line.shape !== 'blank') {
      if (open && before && before.shape !== 'blank' && goesOn(open.lines[0], { before, line, fill })) {
        open.lines.push(line)
        open.end = line.end
      } else chunks.push({ lines: [line], apart: before === undefined || before.shape === 'blank', end: line.end })
    }
    before = line
  }
  return chunks
}

/** Length of a line that fills the column: nine tenths of the plain lines are no longer. */
function fullLength(lines: readonly Line[]): number {
  const lengths = lines.filter((line) => line.shape === 'plain').map((line) => line.end - line.start)
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0
}

/** How the lines of a text are filled, and whether blank lines stand between all of its paragraphs. */
interface Fill {
  readonly full: number
  readonly isSetApart: boolean
}

/** Does a blank line follow where a paragraph ends: at a short line that closes a sentence? */
function areSetApart(lines: readonly Line[], full: number): boolean {
  const ends = lines.flatMap((line, i) => {
    const isEnd = line.shape === 'plain' && !line.mark && CLOSED.test(line.words) && lengthOf(line) < full * FULL_LINE
    const next = isEnd ? lines[i + 1]?.shape : undefined
    return next === 'blank' || next === 'plain' ? [next] : []
  })
  const apart = ends.filter((next) => next === 'blank').length
  return apart > 0 && apart >= ends.length * 0.9
}

const CLOSED = /[.!?]["”“]?\s*$/u
const lengthOf = ({ start, end }: Line): number => end - start
/** Could the first word of the next line not have stood on this one? */
const isFilled = (line: Line, next: Line, full: number): boolean =>
  lengthOf(line) + 1 + (next.words.trim().split(/\s/u, 1)[0]?.length ?? 0) > full

function goesOn(first: Line, { before, line, fill }: { before: Line; line: Line; fill: Fill }): boolean {
  if (/\p{L}[-‐¬]\s*$/u.test(before.words) && /^\s*\p{Ll}/u.test(line.words)) return true
  if (SILENT.has(line.mark?.kind ?? '') || SILENT.has(first.mark?.kind ?? '')) return line.mark === first.mark
  if (line.mark || first.mark) return line.mark === first.mark && first.mark?.kind !== 'row'
  if (first.shape === 'row' || line.shape === 'row') return false
  if (line.shape === 'capitals') return before.shape === 'capitals' && line.depth === 0
  if (line.shape !== 'plain') return false
  if (LABEL.test(first.words) && before === first) return line.words.length <= LONGEST_HEADING
  if (before.shape === 'capitals') return false
  if (/^\s*\p{Ll}/u.test(line.words) || /^\s{2,}/u.test(line.words) || /,$/u.test(before.words.trimEnd())) return true
  if (CLOSED.test(before.words))
    return !BARE_LABEL.test(line.words) && fill.isSetApart && isFilled(before, line, fill.full)
  return lengthOf(before) >= fill.full * FULL_LINE && !/[:;]["”“]?$/u.test(before.words.trimEnd())
}
