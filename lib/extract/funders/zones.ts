import type { Hit } from '../../locales/index.ts'
import { at, type Block, type Doc, inside, once, type Span, sentenceAt } from '../../text/index.ts'
import { aligned } from './aligned.ts'
import { clauses } from './clauses.ts'
import { labelsIn } from './labels.ts'
import { payers } from './payers.ts'
import { columns, headless } from './tables.ts'
import type { Words } from './words.ts'
import { LONGEST_LABEL, wordsAt, type Zone } from './zone.ts'

const LONGEST_HEADING = 70
/** A line longer than this is prose: the stacked cells of a table have ended. */
const LONGEST_CELL = 110
const LONGEST_ANSWER = 200

/** Where a text lists sources of money, in reading order; zones may overlap, the surest first. */
export function zonesOf(doc: Doc, words: Words, names: readonly Hit[]): Zone[] {
  const labels = labelsIn(doc, words)
  const captions = words.captions.find(doc)
  return [
    ...columns(doc, labels),
    ...aligned(doc, labels),
    ...headless(doc, words, names),
    ...payers(doc, words, names),
    ...logos(doc, words),
    ...lines(doc, labels.alone, words),
    ...sections(doc, labels.alone, captions),
    ...clauses(doc, words),
  ]
}

/** A line of logos names who pays: "[logotypy: Fundusze Europejskie | Rzeczpospolita Polska]". */
const logos = (doc: Doc, words: Words): Zone[] =>
  words.logos.find(doc).flatMap((hit) => {
    const block = at(doc.blocks, hit.start)
    const opens = block && /^\P{L}{0,3}$/u.test(doc.text.slice(block.start, hit.start))
    return opens
      ? [{ start: hit.end, end: block.end, rule: 'funder/label', label: wordsAt(doc, hit), cell: 'whole' }]
      : []
  })

/** What stands behind "Izvor finansiranja:" on its line and the lines it wraps over, or on the lines below it. */
function lines(doc: Doc, labels: readonly Hit[], words: Words): Zone[] {
  return labels.flatMap((hit) => {
    const start = openingOf(doc.text, hit.start)
    if (start === undefined || at(doc.blocks, hit.start)?.kind === 'row') return []
    const end = lineEnd(doc.text, hit.end)
    const colon = doc.text.slice(start, Math.min(end, start + LONGEST_LABEL + 1)).search(/[:?]/u) + start
    const behind = { start: colon + 1, end: wrapEnd(doc, hit.start, end) }
    if (colon >= hit.end && doc.text.slice(behind.start, end).trim())
      return [{ ...behind, rule: 'funder/label' as const, label: wordsAt(doc, hit), cell: 'whole' as const }]
    if (!isLabel(doc.text, { start, end }, labels)) return []
    const cells = below(doc, { start, end }, { labels, words })
    return cells.length || doc.text[colon] !== '?' ? cells : answer(doc, { start, end })
  })
}

/** Where the line begins that a label opens, past bullets and figures; undefined where other words stand before it. */
function openingOf(text: string, position: number): number | undefined {
  const from = Math.max(0, position - LONGEST_LABEL)
  const before = text.slice(from, position)
  const start = before.lastIndexOf('\n') + 1
  const isLine = start > 0 || from === 0
  return isLine && !/\p{L}/u.test(before.slice(start)) ? from + start : undefined
}

/** Is a line a label that stands alone: short, with a capital, the label at its beginning, past the number of a section? */
function isLabel(text: string, line: Span, labels: readonly Hit[]): boolean {
  const first = inside(labels, line)[0]
  const opened = first !== undefined && /^[^\p{Ll}]{0,8}$/u.test(text.slice(line.start, first.start))
  const words = text.slice(line.start, line.end).trim()
  return opened && words.length <= LONGEST_LABEL && /^\P{L}*\p{Lu}/u.test(words)
}

/** The first sentence under a question: "— Kto za to płaci?" "— Głównie powiat." */
function answer(doc: Doc, question: Span): Zone[] {
  const start = question.end + (/^\s*/u.exec(doc.text.slice(question.end, question.end + 8))?.[0].length ?? 0)
  const end = Math.min(sentenceAt(doc, start).end, start + LONGEST_ANSWER)
  const label = wordsAt(doc, question)
  return end > start ? [{ start, end, rule: 'funder/label', label, cell: 'whole' }] : []
}

/** The line under a label, and after it the cells of a table that stand one a line, until prose begins. */
function below(
  doc: Doc,
  head: Span,
  { labels, words }: { readonly labels: readonly Hit[]; readonly words: Words },
): Zone[] {
  const zones: Zone[] = []
  const label = wordsAt(doc, head)
  const columns = columnsAbove(doc.text, head.start)
  let column = 0
  for (let start = head.end + 1; start < doc.text.length; ) {
    const stop = lineEnd(doc.text, start)
    if (stop - start > LONGEST_CELL || isLabel(doc.text, { start, end: stop }, labels)) break
    const record = /^\s*(?=\p{L})([^\n]+?)(?:\t|\s{2,}|\s?[|:–-]\s?)\s*[\d–-]/u.exec(doc.text.slice(start, stop))
    const name = record?.[1]
    if (record && name && figuresOf(words).test(doc.text.slice(start + record[0].length - 1, stop))) {
      // "Grad Zrenjanin (10%)   5.800.000": a line by itself tells who gives how much.
      const from = start + record[0].indexOf(name)
      zones.push({ start: from, end: from + name.length, rule: 'funder/column', label, cell: 'whole' })
      column = 0
    } else if (doc.text.slice(start, stop).trim()) {
      column++
      const last = isLast(doc.text, stop) || column === columns
      zones.push({
        start,
        end: stop,
        rule: 'funder/label',
        label,
        cell: zones.length ? (last ? 'last' : 'middle') : 'whole',
      })
      if (last) column = 0
    }
    start = stop + 1
  }
  return zones
}

/** Sums alone, with their currency, dashes where there is none; and what is given beside: "15.000 evra i prostor bez naknade". */
const figuresOf = once(
  ({ and }: Words) =>
    new RegExp(`^(?:[\\d.,\\s%–|-]|\\p{L}{1,5}\\.?(?=\\s|$)){2,}?(?:\\s(?:${and}|\\+)\\s\\P{N}{1,60})?$`, 'u'),
)

/** Number of column heads that stand one a line down to this one. */
function columnsAbove(text: string, start: number): number {
  const above = text
    .slice(Math.max(0, start - 600), start)
    .split('\n')
    .slice(0, -1)
    .reverse()
  const other = above.findIndex((line) => !line.trim() || line.length > LONGEST_LABEL)
  return 1 + (other < 0 ? above.length : other)
}

/** Behind the last cell of a record stand the number of the next, a blank line, the end of the text. */
const isLast = (text: string, stop: number): boolean =>
  /^\s*(?:\n[^\S\n]*\n|\n[^\S\n]*[1-9]\d?(?:\.\d{1,2})*[.)]?(?:\s|$)|$)/u.test(text.slice(stop, stop + 40))

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
function sections(doc: Doc, labels: readonly Hit[], captions: readonly Hit[]): Zone[] {
  // The caption of a table heads its rows, which have columns of their own, and not what follows.
  const isCaption = ({ start }: Block): boolean => captions.some((caption) => caption.start === start)
  const sources = doc.blocks.filter((block) => isSourceHead(doc, block, labels) && !isCaption(block))
  const heads = new Set(sources.map(({ index }) => index))
  return doc.blocks.flatMap((block) => {
    const head = block.parents.find((parent) => heads.has(parent))
    const heading = head === undefined ? undefined : doc.blocks[head]
    return heading
      ? [{ start: block.start, end: block.end, rule: 'funder/section', label: wordsAt(doc, heading), cell: 'whole' }]
      : []
  })
}

/** "Dofinansowanie: 1 017 403,98 zł" tells its sum and heads nothing that follows. */
const TOLD = /:\s*\d[\d\s.,]*\s?\p{L}{0,3}\P{L}*$/u

/** A short heading or lead that holds a label. The title of a document heads all of it: it must be the label and no more. */
function isSourceHead(doc: Doc, block: Block, labels: readonly Hit[]): boolean {
  const held = inside(labels, block)
  if (block.end - block.start > LONGEST_HEADING || !held.length) return false
  if (TOLD.test(doc.text.slice(block.start, block.end))) return false
  if (block.kind === 'heading' || block.kind === 'lead') return true
  const rest = held.reduce((left, { start, end }) => left - (end - start), block.end - block.start)
  return block.kind === 'title' && rest <= 6
}
