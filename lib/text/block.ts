import { type Chunk, join, LONGEST_HEADING, SILENT } from './chunk.ts'
import { cellsOf, linesOf } from './line.ts'
import type { Mark } from './mark.ts'
import type { Span } from './span.ts'

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
  /** Rank of a heading, 0 the title; of an item its depth; of a paragraph of an act that of the others. */
  readonly level: number
  /** Indexes of the blocks that govern this one, the nearest first: its lead, its headings, the title. */
  readonly parents: readonly number[]
  /** Cells of a row, in order; empty elsewhere. */
  readonly cells: readonly Span[]
}

/** Titles of decisions and plans, in capitals, run over several lines. */
const LONGEST_CAPITALS = 300
/** The headline of an article may be longer; a byline below it is no longer than this, and has the year of its date. */
const LONGEST_HEADLINE = 200
const LONGEST_BYLINE = 80
/** So many times as long as a heading is the paragraph right below it, unless that leads a list. */
const HEADED = 1.5
/** A date line dates, it heads nothing: `Novi Sad, 3. maj 2021.` */
const DATED = /\d{1,2}\.?\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4}\.?$/u

/** Splits a text into blocks by the shapes of its lines, helped by what the reader marked. */
export function blocksOf(text: string, marks: readonly Mark[] = []): Block[] {
  const chunks = join(linesOf(text, marks))
  const kinds = chunks.map((chunk, i) => ({ ...span(chunk), ...classify(chunks, i) }))
  return govern(entitle(kinds)).map((block) =>
    block.kind === 'row' ? { ...block, cells: cellsOf(text, block) } : block,
  )
}

const span = ({ lines, end }: Chunk): Span => ({ start: lines[0].start, end })

type Kind = Pick<Block, 'kind' | 'level'>

function classify(chunks: readonly Chunk[], i: number): Kind {
  const chunk = chunks[i]
  if (!chunk) return { kind: 'paragraph', level: 0 }
  const { mark, shape, depth } = chunk.lines[0]
  if (mark) return { kind: mark.kind, level: mark.level ?? (mark.kind === 'heading' ? 2 : 0) }
  if (shape === 'row') return { kind: 'row', level: 0 }
  if (shape === 'bullet') return { kind: 'item', level: 9 }
  const words = textOf(chunk)
  if (isHeading(chunks, i)) return { kind: 'heading', level: levelOf(chunk, words) }
  if (/:$/u.test(words) && introduces(chunks[i + 1])) return { kind: 'lead', level: depth }
  if (shape === 'plain' && words.startsWith('§')) return { kind: 'paragraph', level: ACT }
  return { kind: shape === 'number' ? 'item' : 'paragraph', level: depth }
}

/** Rank of what opens a paragraph of an act, below all headings without a sign: "§ 3. Zadania", "§ 4. Program trwa rok." */
const ACT = 8

/** Rank of a heading: by its number, by its capitals, by the sign of a paragraph of an act. */
function levelOf({ lines: [{ shape, depth }] }: Chunk, words: string): number {
  if (shape === 'number') return depth
  return shape === 'capitals' ? 1 : words.startsWith('§') ? ACT : 7
}

const textOf = (chunk: Chunk): string => chunk.lines.map((line) => line.words.trim()).join(' ')

const introduces = (next: Chunk | undefined): boolean =>
  next !== undefined && next.lines[0].shape !== 'plain' && next.lines[0].shape !== 'capitals'

/** A short chunk that ends no sentence heads what follows, unless it is one line of a list of its like. */
function isHeading(chunks: readonly Chunk[], i: number): boolean {
  const chunk = chunks[i]
  const next = chunks[i + 1]
  if (!chunk || !next) return false
  const words = textOf(chunk)
  const { shape, depth } = chunk.lines[0]
  if (shape === 'plain' && isHeadline(chunks, i)) return true
  const closed = /[.,;!]$/u.test(words.replace(/\p{N}+\.$/u, '').replace(/\s\p{L}\.$/u, ''))
  const longest = shape === 'capitals' ? LONGEST_CAPITALS : LONGEST_HEADING
  if (words.length > longest || closed || DATED.test(words) || !/^[\p{Lu}\p{N}„"“(§].*\p{L}{2}/u.test(words))
    return false
  if (shape === 'number' && goesOn(chunks[i - 1], chunk)) return false
  if (shape === 'number')
    return !/[:]$/u.test(words) && (next.lines[0].shape !== 'number' || next.lines[0].depth > depth || chunk.apart)
  if (shape === 'capitals') return chunk.apart || /\S\s+\S/u.test(words)
  if (/:$/u.test(words)) return false
  const leads = /:$/u.test(textOf(next)) && introduces(chunks[i + 2])
  return (
    chunk.apart &&
    (leads || next.apart || next.lines[0].shape !== 'plain' || textOf(next).length > words.length * HEADED)
  )
}

/** The last of a list of sentences, "3. Program je u skladu sa Strategijom 2014–2020.", heads nothing. */
function goesOn(before: Chunk | undefined, { apart, lines }: Chunk): boolean {
  if (!before || apart) return false
  const { shape, depth } = before.lines[0]
  return shape === 'number' && depth === lines[0].depth && /\p{Ll}[.;]$/u.test(textOf(before))
}

/** The first line of a text, alone or above a byline: "Otwieramy klub!", "… potpisali ugovor" over "Portal 3. 5. 2021." */
function isHeadline(chunks: readonly Chunk[], i: number): boolean {
  const [words, next] = [chunks[i], chunks[i + 1]].map((chunk) => chunk && textOf(chunk))
  const isFirst = chunks.findIndex(({ lines }) => !SILENT.has(lines[0].mark?.kind ?? '')) === i
  if (!words || !next || !isFirst || words.length > LONGEST_HEADLINE) return false
  if (!/^[\p{Lu}„"“«].*\s\p{L}{2}/u.test(words) || DATED.test(words) || /[.,;:]$|[.!?]\s\p{Lu}/u.test(words))
    return false
  const byline = next.length <= LONGEST_BYLINE && /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(next)
  return byline || (chunks[i + 1]?.apart === true && next.length > words.length && words.length <= LONGEST_HEADING)
}

/** The first heading is the title: it heads the whole document. */
function entitle<B extends Kind>(blocks: readonly B[]): B[] {
  const first = blocks.findIndex((block) => block.kind === 'heading' || block.kind === 'title')
  return blocks.map((block, i) => (i === first ? { ...block, kind: 'title', level: 0 } : block))
}

/** Is an item numbered as high as the lead before it: "II. … przeznacza się na:" and behind its list "III. Profilaktyka"? */
const isBeside = (block: Kind, lead: Kind | undefined): boolean =>
  block.kind === 'item' && lead !== undefined && block.level <= lead.level

/** Gives each block its parents: the lead of its list, then the headings above it from the nearest to the title. */
function govern(raw: readonly (Span & Kind)[]): Block[] {
  const headings: { index: number; level: number }[] = []
  let lead: number | undefined
  return raw.map((block, index) => {
    if (block.kind === 'heading' || block.kind === 'title') {
      while (headings.length && (headings.at(-1)?.level ?? 0) >= block.level) headings.pop()
      const parents = headings.map((h) => h.index).reverse()
      headings.push({ index, level: block.level })
      lead = undefined
      return { ...block, index, parents, cells: [] }
    }
    // "§ 4. Program trwa rok." heads nothing, yet it ends what "§ 3. Zadania" heads.
    if (block.kind === 'paragraph' && block.level === ACT && headings.at(-1)?.level === ACT) headings.pop()
    if (block.kind === 'lead') lead = index
    else if (block.kind === 'paragraph' || isBeside(block, raw[lead ?? -1])) lead = undefined
    const above = headings.map((h) => h.index).reverse()
    return { ...block, index, parents: lead === undefined || lead === index ? above : [lead, ...above], cells: [] }
  })
}
