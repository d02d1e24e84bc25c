import * as z from 'zod'
import { funderHits } from '../extract/givers.ts'
import { bookOf, type Hit, Lexicon, type Locale, listIn, perLocale } from '../locales/index.ts'
import { type Block, contains, type Doc, quote, SILENT, type Span, touches } from '../text/index.ts'

const CUES = [
  'plan',
  'decision',
  'report',
  'paper',
  'goal',
  'call',
  'part',
  'column',
  'notice',
  'speech',
  'page',
  'project',
] as const
/** What a word says of a text's kind: `plan`, `report`, `notice`. */
export type Cue = (typeof CUES)[number]

const Lists = z.record(z.enum(CUES), z.array(z.string()))

/** Blocks from the top in which a text says what it is. */
const TOP = 8
/** Characters of a line that may belong to a title, at most. */
export const SHORT = 260
/** A plan so far behind the word of a report is what it looks back on. */
const REPORTED = 60

/**
 * The words of plans in lines at the top that may belong to a title ("LOKALNI AKCIONI PLAN ZA MLADE"), not of those
 * only announced.
 */
export function plansAtTop(doc: Doc, locale: Locale): Span[] {
  const view = viewOf(doc, locale)
  const top = topOf(doc, view.body)
  const lines = titleLines(doc, top)
  const announced = announcedIn(view, top)
  return view.hits.filter(
    (hit) => hit.id === 'plan' && !touches(announced, hit) && lines.some((block) => contains(block, hit)),
  )
}

/** Lines that may belong to a title: short, and no sentences. */
export const titleLines = (doc: Doc, top: readonly Block[]): Block[] =>
  top.filter((block) => block.end - block.start < SHORT && !/[.!?]["”“]?$/u.test(quote(doc, block)))

/** A word, and another. */
const WORDS = /\p{L}{2}.*[^\p{L}]\p{L}{2}/su

/** The first blocks that say something: "Copied!", "14", "(1)" above a text are of the page that shows it. */
export const topOf = (doc: Doc, body: readonly Block[]): Block[] =>
  body
    .slice(0, 4 * TOP)
    .filter((block, i) => i === 0 || WORDS.test(quote(doc, block)))
    .slice(0, TOP)

/** A text with the words of its kind, without what stands around it. */
export interface View {
  readonly doc: Doc
  readonly hits: readonly Hit<Cue>[]
  readonly body: readonly Block[]
  /** Characters of the body. */
  readonly size: number
}

/** Reads a text for the words of its kind. */
export function viewOf(doc: Doc, locale: Locale): View {
  // "Regionalny Program Operacyjny" pays, "Program Senior+" too: the name of a fund makes no text a plan.
  const funds = funderHits(doc, locale)
  const found = lexiconOf(locale).find(doc)
  const hits = found.filter((hit) => hit.id !== 'plan' || !touches(funds, hit))
  const body = doc.blocks.filter(({ kind }) => !SILENT.has(kind))
  return { doc, hits, body, size: Math.max(1, lengthOf(body)) }
}

/**
 * Blocks that announce a plan and are none: "Javna rasprava o nacrtu strategije", "Przedstawiamy do konsultacji Strategię".
 * So is what a report looks back on: "Sprawozdanie z realizacji Gminnego Programu".
 */
export const announcedIn = ({ doc, hits }: View, top: readonly Block[]): Span[] =>
  hits.flatMap(({ id, start, end }) => {
    const block = ANNOUNCING.has(id) ? top.find((one) => one.start <= start && start < one.end) : undefined
    if (!block) return []
    // "Sprawozdanie za 2023 rok oraz plan na lata 2024–2025": behind the year it goes on to another thing.
    const reported = /^\D*/u.exec(doc.text.slice(end, Math.min(block.end, end + REPORTED)))?.[0].length ?? 0
    return [{ start, end: id === 'report' ? end + reported : block.end }]
  })

const ANNOUNCING: ReadonlySet<Cue> = new Set(['notice', 'call', 'report'])

/** Characters of spans together. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

const lexiconOf = perLocale((locale) => {
  const lists = listIn(locale, 'kinds', Lists)
  const entries = CUES.map((cue) => [cue, lists[cue]] as const)
  return new Lexicon<Cue>(entries, bookOf(locale))
})
