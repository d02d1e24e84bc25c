import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, contains, type Doc, inside, type Span } from '../../text/index.ts'
import { LONGEST_LABEL, SUM, wordsAt, type Zone } from './zone.ts'

const holds = (span: Span, labels: readonly Hit[]): boolean => inside(labels, span).length > 0

/** Cells below a column head that names sources, and the cells behind a first cell that does. */
export function columns(doc: Doc, labels: readonly Hit[]): Zone[] {
  let head: { label: Span; index: number; last: boolean } | undefined
  return doc.blocks.flatMap((block) => {
    if (block.kind !== 'row') {
      if (!isNote(doc, block)) head = undefined
      return []
    }
    const index = block.cells.findIndex((cell) => cell.end - cell.start <= LONGEST_LABEL && holds(cell, labels))
    const label = block.cells[index]
    const zone = (cell: Span | undefined, of: Span): Zone[] =>
      cell ? [{ ...cell, rule: 'funder/column', label: wordsAt(doc, of), cell: 'whole' }] : []
    if (label && !head && !SUM.test(doc.text.slice(block.start, block.end))) {
      head = { label, index, last: index === block.cells.length - 1 }
      return index === 0 ? block.cells.slice(1).flatMap((cell) => zone(cell, label)) : []
    }
    if (!head || head.index === 0) return []
    return zone(block.cells[head.last ? block.cells.length - 1 : head.index], head.label)
  })
}

/** Last cells of rows that no head names, where one of them is a budget: plans often print their source last. */
export function headless(doc: Doc, names: readonly Hit[]): Zone[] {
  const rows = doc.blocks.filter(({ kind, cells }) => kind === 'row' && cells.length >= 3)
  const opens = (cell: Span | undefined, hit: Hit): boolean =>
    cell !== undefined && contains(cell, hit) && /^[^\p{L}]*$/u.test(doc.text.slice(cell.start, hit.start))
  const last = rows.flatMap(({ cells }) => cells.at(-1) ?? [])
  const budgets = names.filter(({ id }) => funder(id)?.kind === 'local-budget')
  if (!last.some((cell) => inside(budgets, cell).some((hit) => opens(cell, hit)))) return []
  return last
    .filter((cell) => inside(names, cell).some((hit) => opens(cell, hit)))
    .map((cell) => ({ ...cell, rule: 'funder/column', label: 'last column', cell: 'whole', surmised: true }))
}

/** A short line between the rows of a table that does not end it. */
const isNote = (doc: Doc, block: Block): boolean =>
  /^\s*(?:[*\d-]|\p{L}{0,2}\s*$)/u.test(doc.text.slice(block.start, block.end)) && block.kind !== 'heading'
