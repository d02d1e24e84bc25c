import type { Hit } from '../../locales/index.ts'
import { at, type Block, type Doc, type Span } from '../../text/index.ts'
import type { Words } from './words.ts'

/** A stretch of text in which names of sources need no verb: a column, what stands behind a label, a section. */
export interface Zone extends Span {
  readonly rule: 'funder/column' | 'funder/label' | 'funder/section'
  /** Words of the label, for the evidence. */
  readonly label: string
  /** Only lines that hold names and nothing else count: below a column head whose cells stand one a line. */
  readonly strict: boolean
}

const LONGEST_LABEL = 48
const LONGEST_HEADING = 70
/** A line longer than this is prose: the stacked cells of a table have ended. */
const LONGEST_CELL = 110

/** Where a text lists sources of money, in reading order; zones may overlap, the surest first. */
export function zonesOf(doc: Doc, words: Words): Zone[] {
  const labels = words.labels.find(doc)
  return [...columns(doc, labels), ...lines(doc, labels), ...sections(doc, labels)]
}

const wordsAt = (doc: Doc, { start, end }: Span): string => doc.text.slice(start, end).trim().replace(/\s+/gu, ' ')

const holds = (span: Span, labels: readonly Hit[]): boolean =>
  labels.some((label) => label.start >= span.start && label.end <= span.end)

/** Cells below a column head that names sources, and the cells behind a first cell that does. */
function columns(doc: Doc, labels: readonly Hit[]): Zone[] {
  let head: { label: Span; index: number; last: boolean } | undefined
  return doc.blocks.flatMap((block) => {
    if (block.kind !== 'row') {
      if (!isNote(doc, block)) head = undefined
      return []
    }
    const index = block.cells.findIndex((cell) => cell.end - cell.start <= LONGEST_LABEL && holds(cell, labels))
    const label = block.cells[index]
    const zone = (cell: Span | undefined, of: Span): Zone[] =>
      cell ? [{ ...cell, rule: 'funder/column', label: wordsAt(doc, of), strict: false }] : []
    if (label && (!head || index === head.index)) {
      head = { label, index, last: index === block.cells.length - 1 }
      return index === 0 ? block.cells.slice(1).flatMap((cell) => zone(cell, label)) : []
    }
    if (!head || head.index === 0) return []
    return zone(block.cells[head.last ? block.cells.length - 1 : head.index], head.label)
  })
}

/** A short line between the rows of a table that does not end it. */
const isNote = (doc: Doc, block: Block): boolean => /^\s*(?:[*\d-]|\p{L}{0,2}\s*$)/u.test(doc.text.slice(block.start, block.end)) && block.kind !== 'heading'

/** What stands behind "Izvor finansiranja:" on its line and the lines it wraps over, or on the lines below it. */
function lines(doc: Doc, labels: readonly Hit[]): Zone[] {
  return labels.flatMap((hit) => {
    const start = doc.text.lastIndexOf('\n', hit.start - 1) + 1
    const end = lineEnd(doc.text, hit.end)
    const line = doc.text.slice(start, end)
    if (at(doc.blocks, hit.start)?.kind === 'row' || !/^[^\p{L}]*$/u.test(doc.text.slice(start, hit.start))) return []
    const colon = line.indexOf(':')
    const label = wordsAt(doc, hit)
    if (colon >= 0 && colon <= LONGEST_LABEL && start + colon >= hit.end && line.slice(colon + 1).trim())
      return [{ start: start + colon + 1, end: wrapEnd(doc, hit.start, end), rule: 'funder/label' as const, label, strict: false }]
    return line.trim().length <= LONGEST_LABEL && /^[^\p{Ll}]*\p{Lu}/u.test(line) ? below(doc, end, label) : []
  })
}

/** The line under a label, and after it lines of names until prose begins. */
function below(doc: Doc, end: number, label: string): Zone[] {
  const zones: Zone[] = []
  for (let start = end + 1, first = true; start < doc.text.length; ) {
    const stop = lineEnd(doc.text, start)
    if (stop - start > LONGEST_CELL) break
    if (stop > start) {
      zones.push({ start, end: stop, rule: 'funder/label', label, strict: !first })
      first = false
    }
    start = stop + 1
  }
  return zones
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** The end of the lines that a labelled line wraps over: the block's end, or where another label begins. */
function wrapEnd(doc: Doc, position: number, end: number): number {
  const block = at(doc.blocks, position)
  if (!block || block.end <= end) return end
  const rest = doc.text.slice(end, block.end)
  const next = /\n[^\n:]{2,48}:/u.exec(rest)
  return next ? end + next.index : block.end
}

/** Blocks under a heading or lead that names sources: "V. FINANSOWANIE", "KO NAS JE PODRŽAO", "Skąd pieniądze?". */
function sections(doc: Doc, labels: readonly Hit[]): Zone[] {
  const heads = new Set(
    doc.blocks
      .filter((block) => (block.kind === 'heading' || block.kind === 'lead') && block.end - block.start <= LONGEST_HEADING)
      .filter((block) => holds(block, labels))
      .map((block) => block.index),
  )
  return doc.blocks.flatMap((block) => {
    const head = block.parents.find((parent) => heads.has(parent))
    const heading = head === undefined ? undefined : doc.blocks[head]
    return heading ? [{ start: block.start, end: block.end, rule: 'funder/section', label: wordsAt(doc, heading), strict: false }] : []
  })
}
