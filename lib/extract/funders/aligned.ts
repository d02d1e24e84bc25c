import { type Doc, inside, type Span } from '../../text/index.ts'
import type { Labels } from './labels.ts'
import { columnZone, LONGEST_LABEL, SUM, type Zone } from './zone.ts'

/** Cells of a line in which spaces stand for columns: two or more between them. */
const CELL = /\S+(?: \S+)*/gu
/** A line of fewer cells is prose. */
const FEWEST = 3

/** The head of a last column. */
interface Head {
  readonly cell: Span
  /** How far from the left it stands. */
  readonly column: number
  readonly surmised: boolean
}

/**
 * Last cells below a last column head that names sources, where spaces align the columns: "1.2   Ogrev   6.600.000   UNHCR".
 * A line that holds less goes on with the cell above it where it begins so far right. Behind a blank line only a last cell
 * that stands in the same column goes on with the table.
 */
export function aligned(doc: Doc, labels: Labels): Zone[] {
  const zones: Zone[] = []
  let head: Head | undefined
  // One blank line may stand below the heads.
  let state: 'headed' | 'begun' | 'apart' = 'headed'
  for (const line of linesOf(doc.text)) {
    const cells = cellsOf(doc.text, line)
    const last = cells.at(-1)
    const above = zones.at(-1)
    const found = last && cells.length >= FEWEST ? headOf(doc, { line, last, labels }) : undefined
    if (found) {
      head = found
      state = 'headed'
    } else if (!last) {
      if (state === 'begun') state = 'apart'
    } else if (head && state === 'begun' && above && cells.length === 1 && last.start - line.start >= CONTINUED) {
      zones[zones.length - 1] = { ...above, end: last.end }
    } else if (head && cells.length >= FEWEST && (state !== 'apart' || isBelow(head, last.start - line.start))) {
      zones.push(columnZone(doc, last, head.cell, head.surmised))
      state = 'begun'
    }
  }
  return zones
}

/** Does a cell stand below a head, give or take a letter? */
const isBelow = ({ column }: Head, start: number): boolean => Math.abs(start - column) <= 1

interface Line {
  readonly line: Span
  readonly last: Span
  readonly labels: Labels
}

/** The last cell of a line without a sum, where it says that it names sources. */
function headOf(doc: Doc, { line, last, labels }: Line): Head | undefined {
  const words = doc.text.slice(last.start, last.end)
  const short = words.length <= LONGEST_LABEL && !/[1-9]/u.test(words)
  if (!short || SUM.test(doc.text.slice(line.start, line.end)) || !inside(labels.heads, last).length) return undefined
  return { cell: last, column: last.start - line.start, surmised: !inside(labels.named, last).length }
}

/** A line that goes on with the last cell is indented so far at least. */
const CONTINUED = 20

const linesOf = (text: string): Span[] =>
  Array.from(text.matchAll(/^.*$/gmu), ({ 0: line, index }) => ({ start: index, end: index + line.length }))

const cellsOf = (text: string, { start, end }: Span): Span[] =>
  Array.from(text.slice(start, end).matchAll(CELL), ({ 0: cell, index }) => ({
    start: start + index,
    end: start + index + cell.length,
  }))
