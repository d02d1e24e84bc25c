import type { Mark } from './mark.ts'
import { overlaps, type Span } from './span.ts'

export const BLOCK_KINDS = [
  'title',
  'heading',
  'lead',
  'paragraph',
  'item',
  'row',
  'boilerplate',
  'header',
  'footer',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/**
 * A structural piece of a document: a heading, a paragraph, one item of a list, one row of a table. A `lead` is a
 * paragraph that introduces the list behind it ("Potrebno im je:"). Blocks are disjoint and in reading order.
 */
export interface Block extends Span {
  readonly index: number
  readonly kind: BlockKind
  /** Depth of a heading or item; 0 elsewhere. */
  readonly level: number
  /** Indexes of the blocks that govern this one, the nearest first: its lead, its headings. */
  readonly parents: readonly number[]
  /** Cells of a row, in order; empty elsewhere. */
  readonly cells: readonly Span[]
}

interface Line extends Span {
  readonly words: string
  readonly kind: BlockKind | 'blank'
  readonly level: number
}

const BULLET = /^\s*(?:[•·▪◦●○■□»>*−–—-]|\(?\d{1,2}\)|\(?\p{L}\)|[ivx]{1,4}\))\s+\S/u
const NUMBERED = /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.?)\s+\S/u
const SEPARATOR = /\t|\s\|\s/u
const LONGEST_HEADING = 130

/** Splits a text into blocks by its lines, helped by what the reader marked. */
export function blocksOf(text: string, marks: readonly Mark[] = []): Block[] {
  const lines = linesOf(text, marks)
  const raw = joinLines(lines).map((block) => ({ ...block, cells: block.kind === 'row' ? cellsOf(text, block) : [] }))
  return govern(raw.filter((block) => block.end > block.start))
}

function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const words of text.split('\n')) {
    const span = { start, end: start + words.length }
    start = span.end + 1
    const mark = words.trim() ? marks.find((m) => overlaps(m, span)) : undefined
    lines.push({
      ...trim(text, span),
      words,
      kind: mark ? mark.kind : kindOf(words),
      level: mark?.level ?? levelOf(words),
    })
  }
  return markHeadings(lines)
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  return { start, end }
}

function kindOf(words: string): BlockKind | 'blank' {
  if (!words.trim()) return 'blank'
  if (words.split(SEPARATOR).filter((cell) => cell.trim()).length >= 3 || words.includes('\t')) return 'row'
  if (BULLET.test(words)) return 'item'
  return 'paragraph'
}

/** Depth by numbering (`2.3.` is 2) or indentation; ALL CAPITALS and Roman numerals rank highest. */
function levelOf(words: string): number {
  const number = /^\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/u.exec(words)?.[1]
  if (number) return number.split('.').length + 1
  return isCapitals(words) ? 1 : 3
}

const isCapitals = (words: string): boolean => {
  const letters = words.match(/\p{L}/gu) ?? []
  return letters.length >= 4 && letters.every((letter) => letter === letter.toUpperCase())
}

/** A short line that ends no sentence and stands apart, or is numbered or in capitals, heads what follows. */
function markHeadings(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    if (line.kind !== 'paragraph' || !looksLikeHeading(line.words)) return line
    const before = lines[i - 1]
    const after = lines[i + 1]
    const apart = !before || before.kind !== 'paragraph'
    const distinct = NUMBERED.test(line.words) || isCapitals(line.words)
    const followed =
      after !== undefined && (after.kind === 'blank' || distinct || after.kind === 'item' || after.kind === 'row')
    return (apart && followed) || (distinct && apart) ? { ...line, kind: 'heading' as const } : line
  })
}

function looksLikeHeading(words: string): boolean {
  const line = words.trim()
  return (
    line.length <= LONGEST_HEADING && /^[\p{Lu}\p{N}„"“(]/u.test(line) && !/[.,;:!]$/u.test(line.replace(/\d\.$/u, ''))
  )
}

interface Raw {
  start: number
  end: number
  kind: BlockKind
  level: number
}

/** Joins the lines of one paragraph, and the second and further lines of an item with its first. */
function joinLines(lines: readonly Line[]): Raw[] {
  const blocks: Raw[] = []
  let open: Raw | undefined
  for (const line of lines) {
    if (line.kind === 'blank') {
      open = undefined
      continue
    }
    if (open && continues(open, line)) {
      open.end = line.end
      continue
    }
    open = { start: line.start, end: line.end, kind: line.kind, level: line.level }
    blocks.push(open)
  }
  return markLeads(blocks, lines)
}

function continues(open: Raw, line: Line): boolean {
  if (open.kind === 'boilerplate' || open.kind === 'header' || open.kind === 'footer') return open.kind === line.kind
  return (
    line.kind === 'paragraph' &&
    (open.kind === 'paragraph' || (open.kind === 'item' && /^\s*\p{Ll}|^\s{2,}/u.test(line.words)))
  )
}

/** A paragraph that ends with a colon just before items introduces them. */
function markLeads(blocks: Raw[], lines: readonly Line[]): Raw[] {
  const ends = new Map(lines.map((line) => [line.end, line.words.trimEnd()]))
  return blocks.map((block, i) => {
    const colon = ends.get(block.end)?.endsWith(':')
    const next = blocks[i + 1]
    return block.kind === 'paragraph' && colon && next && (next.kind === 'item' || next.kind === 'row')
      ? { ...block, kind: 'lead' }
      : block
  })
}

function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = []
  let start = row.start
  for (const cell of text.slice(row.start, row.end).split(/(\t|\s\|\s)/u)) {
    const span = trim(text, { start, end: start + cell.length })
    start += cell.length
    if (!SEPARATOR.test(cell) && span.end > span.start) cells.push(span)
  }
  return cells
}

/** Gives each block its parents: the lead of its list, then the headings above it from the nearest to the title. */
function govern(raw: readonly (Raw & { cells: Span[] })[]): Block[] {
  const headings: number[] = []
  let lead: number | undefined
  return raw.map((block, index) => {
    if (block.kind === 'heading' || block.kind === 'title') {
      while (headings.length && (raw[headings.at(-1) ?? 0]?.level ?? 0) >= block.level) headings.pop()
      const parents = [...headings].reverse()
      headings.push(index)
      lead = undefined
      return { ...block, index, parents }
    }
    if (block.kind === 'lead') lead = index
    else if (block.kind !== 'item' && block.kind !== 'row') lead = undefined
    const governed = lead !== undefined && lead !== index ? [lead] : []
    return { ...block, index, parents: [...governed, ...[...headings].reverse()] }
  })
}
