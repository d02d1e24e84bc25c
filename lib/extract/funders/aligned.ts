import type { Hit } from '../../locales/index.ts'
import { type Doc, inside, type Span } from '../../text/index.ts'
import { LONGEST_LABEL, SUM, wordsAt, type Zone } from './zone.ts'

/** Cells of a line in which spaces stand for columns: two or more between them. */
const CELL = /\S+(?: \S+)*/gu
/** A line of fewer cells is prose. */
const FEWEST = 3

/**
 * Last cells below a last column head that names sources, where spaces align the columns: "1.2   Ogrev   6.600.000   UNHCR".
 * A line that holds less goes on with the cell above it where it begins so far right. A blank line ends the table.
 */
export function aligned(doc: Doc, labels: readonly Hit[]): Zone[] {
  const zones: Zone[] = []
  let head: Span | undefined
  let begun = false
  for (const line of linesOf(doc.text)) {
    const cells = cellsOf(doc.text, line)
    const last = cells.at(-1)
    const above = zones.at(-1)
    if (last && cells.length >= FEWEST && isHead(doc, { line, last, labels })) {
      head = last
      begun = false
    } else if (!last) {
      // One blank line may stand below the heads.
      if (begun) head = undefined
    } else if (head && begun && above && cells.length === 1 && last.start - line.start >= CONTINUED) {
      zones[zones.length - 1] = { ...above, end: last.end }
    } else if (head && cells.length >= FEWEST) {
      zones.push({ ...last, rule: 'funder/column', label: wordsAt(doc, head), cell: 'whole' })
      begun = true
    }
  }
  return zones
}

interface Line {
  readonly line: Span
  readonly last: Span
  readonly labels: readonly Hit[]
}

/** Does the last cell of a line without a sum say that it names sources? */
function isHead(doc: Doc, { line, last, labels }: Line): boolean {
  const words = doc.text.slice(last.start, last.end)
  const short = words.length <= LONGEST_LABEL && !/\d/u.test(words)
  return short && inside(labels, last).length > 0 && !SUM.test(doc.text.slice(line.start, line.end))
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
