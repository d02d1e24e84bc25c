import * as z from 'zod'
import type { Kind } from '../contract/index.ts'
import type { Found } from '../extract/extractor.ts'
import { type Hit, Lexicon, type Locale, perLocale } from '../locales/index.ts'
import { type Block, blockAt, contains, type Doc, quote, type Span } from '../text/index.ts'

const CUES = ['plan', 'adoption', 'decision', 'part', 'column', 'notice', 'speech', 'page', 'project'] as const
type Cue = (typeof CUES)[number]

const Lists = z.record(z.enum(CUES), z.array(z.string()))

/** Headings at the top in which a plan names itself. */
const TOP_HEADINGS = 4
const TOP_BLOCKS = 8
/** Characters of a line that may belong to a title though it is no heading. */
const SHORT = 260
/** Characters into a heading within which a plan names itself: "Lokalna Strategia …", "OPŠTINA POŽEGA STRATEGIJA …". */
const TITLE_REACH = 40
/** Sentences fewer than these are prose only where they are most of the text. */
const FEW = 3
const MOSTLY = 0.5
/** Characters from the head of a decision within which it says what it adopts. */
const DECISION_REACH = 400
/** The line that opens a report: `BAČKA PALANKA: Na sednici …`, `KRAGUJEVAC – Za …`. */
const DATE_LINE = /^\p{Lu}{3}[\p{Lu} .-]*(?:,[^:–-]{3,30})?\s?[:–-]\s+\p{Lu}/u

/**
 * Is a text a strategy (plan, programme, or the decision that adopts one), news about something, or neither? A plan
 * calls itself one in its title and is built of goals, measures and tables; news has a date line, people who speak, a
 * page around it; a text of rows without sentences is neither.
 */
export function kindOf(doc: Doc, locale: Locale, found: readonly Found[]): Kind {
  const hits = lexiconOf(locale).find(doc)
  const plan = planning({ doc, hits })
  const report = reporting({ doc, hits }, found)
  if (plan > report && plan >= 3) return 'strategy'
  const { sentences, share, rows } = prose(doc)
  const scarce = sentences === 0 || (sentences < FEW && share < MOSTLY)
  return scarce || rows > 0.5 || (report === 0 && rows > 0.4) ? 'other' : 'news'
}

interface View {
  readonly doc: Doc
  readonly hits: readonly Hit<Cue>[]
}

const isHeading = ({ kind }: Block): boolean => kind === 'heading' || kind === 'title'

/** Does a cue stand at the beginning of a block, behind nothing but its number or bullet? */
const opens = ({ doc, hits }: View, block: Block, cue: Cue): boolean =>
  hits.some(
    (hit) => hit.id === cue && contains(block, hit) && !/\p{L}{2}/u.test(doc.text.slice(block.start, hit.start)),
  )

const count = ({ doc, hits }: View, cue: Cue, accepts: (block: Block) => boolean): number =>
  hits.filter((hit) => {
    const block = blockAt(doc, hit.start)
    return hit.id === cue && block !== undefined && accepts(block)
  }).length

/** Evidence that a text is a plan: its title, the labels of its parts, the columns of its tables. */
function planning(view: View): number {
  const { doc } = view
  const top = doc.blocks.filter(isHeading).slice(0, TOP_HEADINGS)
  const titles = doc.blocks.filter(
    (block) => block.index < TOP_BLOCKS && block.kind !== 'boilerplate' && names(view, block),
  )
  const parts = doc.blocks.filter((block) => (isHeading(block) || block.kind === 'item') && opens(view, block, 'part'))
  return (
    Math.max(0, ...titles.map((block) => (hasYears(doc, block) ? 4 : 1))) +
    (adopts(view) ||
    (top.length > 0 && count(view, 'adoption', (block) => block.index < TOP_BLOCKS && isTitular(doc, block)) > 0)
      ? 4
      : 0) +
    Math.min(3, parts.length) +
    (count(view, 'column', ({ kind }) => kind === 'row') >= 2 ? 2 : 0)
  )
}

/** Does the text open as a decision and say at once what it adopts: "UCHWAŁA NR … w sprawie przyjęcia Programu …"? */
function adopts(view: View): boolean {
  const { doc, hits } = view
  const head = doc.blocks.find((block) => block.index < TOP_BLOCKS && opens(view, block, 'decision'))
  const said = hits.find(({ id, start }) => id === 'adoption' && head !== undefined && start > head.start)
  return head !== undefined && said !== undefined && said.start - head.start < DECISION_REACH
}

/** A heading, or a line of a title that is none and ends no sentence: `w sprawie przyjęcia Strategii …`. */
const isTitular = (doc: Doc, block: Block): boolean =>
  isHeading(block) || (block.end - block.start < SHORT && !/[.!?]$/u.test(quote(doc, block)))

/** Does a block near the top name a plan, as a heading does in its first words? */
const names = (view: View, block: Block): boolean =>
  isHeading(block) &&
  view.hits.some((hit) => hit.id === 'plan' && contains(block, hit) && hit.start - block.start < TITLE_REACH)

/** Evidence that a text reports: a date, a date line, a notice's heading, people who speak, a page around it. */
function reporting(view: View, found: readonly Found[]): number {
  const { doc } = view
  const top = doc.blocks.filter(isHeading).slice(0, TOP_HEADINGS)
  const dated = found.some((f) => f.dimension === 'periods' && 'role' in f.value && f.value.role === 'publication')
  const spoken = ({ kind }: Block): boolean => kind !== 'boilerplate'
  return (
    (dated ? 2 : 0) +
    (doc.blocks.some((block) => block.kind === 'paragraph' && DATE_LINE.test(quote(doc, block))) ? 3 : 0) +
    (top.some((block) => opens(view, block, 'notice')) ? 4 : 0) +
    Math.min(3, count(view, 'speech', spoken)) +
    Math.min(
      2,
      count(view, 'page', () => true),
    ) +
    Math.min(4, 2 * count(view, 'project', spoken))
  )
}

/** How many sentences end as sentences do outside tables, their share of the text below its title, and that of rows. */
function prose(doc: Doc): { sentences: number; share: number; rows: number } {
  const body = doc.blocks.filter((block) => block.kind !== 'boilerplate')
  const ended = doc.sentences.filter((s) => s.end - s.start > 40 && /[.!?]["”“]?$/u.test(quote(doc, s)))
  const told = ended.filter((s) => blockAt(doc, s.start)?.kind !== 'row')
  const letters = lengthOf(body.filter((block) => block.kind !== 'title'))
  return {
    sentences: told.length,
    share: lengthOf(told) / Math.max(1, letters),
    rows: body.filter((block) => block.kind === 'row').length / Math.max(1, body.length),
  }
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** Does a heading, or the short line below it, name the years of a plan? A plan's own title does, an article about one need not. */
function hasYears(doc: Doc, { index, end }: Block): boolean {
  const next = doc.blocks[index + 1]
  const words = doc.text.slice(doc.blocks[index]?.start, next && next.end - next.start < 60 ? next.end : end)
  return /(?:19|20)\d{2}/u.test(words)
}

const lexiconOf = perLocale((locale) => {
  const lists = Lists.parse(locale.lists['kinds'])
  return new Lexicon<Cue>(
    CUES.map((cue) => [cue, lists[cue] ?? []] as const),
    locale.inflect,
  )
})
