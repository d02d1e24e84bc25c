import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, contains, type Doc, fold, inside, type Span } from '../../text/index.ts'
import type { Labels } from './labels.ts'
import type { Words } from './words.ts'
import { columnZone, LONGEST_LABEL, SUM, type Zone } from './zone.ts'

/** The row that heads a table, and which of its cells names sources. */
interface Head {
  readonly row: Block
  readonly label: Span
  readonly index: number
  /** The cell says it by no word of a source. */
  readonly surmised: boolean
}

/** Cells below a column head that names sources, and the cells behind a first cell that does. */
export function columns(doc: Doc, labels: Labels): Zone[] {
  let head: Head | undefined
  let apart = false
  return doc.blocks.flatMap((block) => {
    if (block.kind !== 'row') {
      if (PARTS.has(block.kind)) apart = true
      else if (!isNote(doc, block)) head = undefined
      return []
    }
    if (head && apart && !goesOn(doc, head.row, block)) head = undefined
    apart = false
    const found = head ? undefined : headOf(doc, block, labels)
    if (found) {
      head = found
      return found.index === 0
        ? block.cells.slice(1).map((cell) => columnZone(doc, cell, found.label, found.surmised))
        : []
    }
    const cell = head && head.index > 0 ? block.cells[columnOf(head, block)] : undefined
    return head && cell ? [columnZone(doc, cell, head.label, head.surmised)] : []
  })
}

/** Between the rows of one table stand the goals and measures that they serve. */
const PARTS: ReadonlySet<Block['kind']> = new Set(['title', 'heading', 'lead', 'item'])

/** Behind such a line a row goes on with the table above where it has as many cells and heads no other. */
function goesOn(doc: Doc, head: Block, row: Block): boolean {
  const words = (cell: Span): string => fold(doc.text.slice(cell.start, cell.end))
  const heads = new Set(head.cells.map(words))
  return row.cells.length === head.cells.length && !row.cells.some((cell) => heads.has(words(cell)))
}

/** The last column keeps its place in a row that lacks a cell. */
const columnOf = ({ row, index }: Head, { cells }: Block): number =>
  index === row.cells.length - 1 ? cells.length - 1 : index

function headOf(doc: Doc, row: Block, { named, heads }: Labels): Head | undefined {
  if (SUM.test(doc.text.slice(row.start, row.end))) return undefined
  const holding = (hits: readonly Hit[]): number =>
    row.cells.findIndex((cell) => cell.end - cell.start <= LONGEST_LABEL && inside(hits, cell).length > 0)
  const said = holding(named)
  const index = said >= 0 ? said : holding(heads)
  const label = row.cells[index]
  return label && { row, label, index, surmised: said < 0 }
}

/**
 * Last cells of rows that no head names, where one of them is a budget, or all name nobody but givers, a foreign one
 * among them: plans often print their source last.
 */
export function headless(doc: Doc, words: Words, names: readonly Hit[]): Zone[] {
  const rows = doc.blocks.filter(({ kind, cells }) => kind === 'row' && cells.length >= 3)
  const opens = (cell: Span | undefined, hit: Hit): boolean =>
    cell !== undefined && contains(cell, hit) && /^[^\p{L}]*$/u.test(doc.text.slice(cell.start, hit.start))
  const last = rows.flatMap(({ cells }) => cells.at(-1) ?? [])
  const budgets = names.filter(({ id }) => funder(id)?.kind === 'local-budget')
  const isBudget = last.some((cell) => inside(budgets, cell).some((hit) => opens(cell, hit)))
  if (!isBudget && !isGivers({ doc, words, names }, last)) return []
  return last
    .filter((cell) => inside(names, cell).some((hit) => opens(cell, hit)))
    .map((cell) => ({ ...cell, rule: 'funder/column', label: 'last column', cell: 'whole', surmised: true }))
}

/** So many rows show what their last column is for. */
const FEWEST = 4
/** Letters that a cell has beside its givers: "i", "RSD". */
const BESIDE = 6

interface Known {
  readonly doc: Doc
  readonly words: Words
  readonly names: readonly Hit[]
}

/** Do the cells name nobody but givers? Those who do the work are seldom all of them givers, and none is a foreign donor. */
function isGivers({ doc, words, names }: Known, cells: readonly Span[]): boolean {
  const letters = ({ start, end }: Span): number => doc.text.slice(start, end).replace(/\P{L}/gu, '').length
  const rest = (cell: Span): number =>
    [...inside(names, cell), ...words.actors.find({ tokens: inside(doc.tokens, cell), blocks: doc.blocks })].reduce(
      (left, hit) => left - letters(hit),
      letters(cell),
    )
  const isForeign = ({ id }: Hit): boolean => FOREIGN.has(funder(id)?.kind ?? '')
  const isNamed = cells.every((cell) => letters(cell) > 0 && rest(cell) <= BESIDE)
  return cells.length >= FEWEST && isNamed && cells.some((cell) => inside(names, cell).some(isForeign))
}

const FOREIGN: ReadonlySet<string> = new Set(['multilateral', 'bilateral'])

/** A short line between the rows of a table that does not end it. */
const isNote = (doc: Doc, block: Block): boolean =>
  /^\s*(?:[*\d-]|\p{L}{0,2}\s*$)/u.test(doc.text.slice(block.start, block.end)) && block.kind !== 'heading'
