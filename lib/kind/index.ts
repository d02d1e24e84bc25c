import * as z from 'zod'
import type { Kind } from '../contract/index.ts'
import type { Found } from '../extract/extractor.ts'
import { Lexicon, type Locale } from '../locales/index.ts'
import { type Block, blockAt, type Doc, type Span } from '../text/index.ts'

const CUES = ['plan', 'adoption', 'part', 'column', 'notice', 'speech', 'page', 'project'] as const
type Cue = (typeof CUES)[number]

const Lists = z.record(z.enum(CUES), z.array(z.string()))
const compiled = new WeakMap<Locale, Lexicon<Cue>>()

/** Headings at the top in which a plan names itself. */
const TOP_HEADINGS = 4

/**
 * Is a text a strategy (plan, programme, or the decision that adopts one), news about something, or neither? A plan
 * calls itself one in its title and is built of goals, measures and tables; news has a date line, people who speak, a
 * page around it; a text of rows without sentences is neither.
 */
export function kindOf(doc: Doc, locale: Locale, found: readonly Found[]): Kind {
  const evidence = evidenceOf(doc, locale, found)
  if (evidence.strategy > evidence.news && evidence.strategy >= 3) return 'strategy'
  return evidence.sentences < 3 || evidence.rows > 0.6 ? 'other' : 'news'
}

function evidenceOf(doc: Doc, locale: Locale, found: readonly Found[]) {
  const hits = lexiconOf(locale).find(doc)
  const headings = doc.blocks.filter((block) => block.kind === 'heading' || block.kind === 'title')
  const top = headings.slice(0, TOP_HEADINGS)
  const within = (blocks: readonly Span[], cue: Cue) =>
    hits.filter((hit) => hit.id === cue && blocks.some((b) => hit.start >= b.start && hit.end <= b.end))
  const opens = (block: Block, cue: Cue) =>
    hits.some((hit) => hit.id === cue && hit.start - block.start < 40 && hit.end <= block.end)
  const count = (cue: Cue) =>
    hits.filter((hit) => hit.id === cue && blockAt(doc, hit.start)?.kind !== 'boilerplate').length
  const dated = found.some((f) => f.dimension === 'periods' && 'role' in f.value && f.value.role === 'publication')
  const parts = within(
    doc.blocks.filter((b) => b.kind === 'heading' || b.kind === 'item'),
    'part',
  ).length
  const body = doc.blocks.filter((block) => block.kind !== 'boilerplate')
  return {
    strategy:
      Math.max(0, ...top.map((block) => (opens(block, 'plan') ? (hasYears(doc, block) ? 4 : 1) : 0))) +
      (within(top, 'adoption').length ? 3 : 0) +
      Math.min(3, parts) +
      (within(
        doc.blocks.filter((b) => b.kind === 'row'),
        'column',
      ).length >= 2
        ? 2
        : 0),
    news:
      (dated ? 2 : 0) +
      (top.some((block) => opens(block, 'notice')) ? 4 : 0) +
      Math.min(3, count('speech')) +
      Math.min(2, count('page')) +
      Math.min(4, 2 * count('project')),
    sentences: doc.sentences.filter(
      (s) =>
        s.end - s.start > 40 &&
        /[.!?]["”“]?$/u.test(doc.text.slice(s.start, s.end)) &&
        blockAt(doc, s.start)?.kind !== 'row',
    ).length,
    rows: body.filter((block) => block.kind === 'row').length / Math.max(1, body.length),
  }
}

/** Does a heading, or the short line below it, name the years of a plan? A plan's own title does, an article about one need not. */
function hasYears(doc: Doc, { index, end }: Block): boolean {
  const next = doc.blocks[index + 1]
  const words = doc.text.slice(doc.blocks[index]?.start, next && next.end - next.start < 60 ? next.end : end)
  return /(?:19|20)\d{2}/u.test(words)
}

function lexiconOf(locale: Locale): Lexicon<Cue> {
  const known = compiled.get(locale)
  if (known) return known
  const lists = Lists.parse(locale.lists['kinds'])
  const lexicon = new Lexicon<Cue>(
    CUES.map((cue) => [cue, lists[cue] ?? []] as const),
    locale.inflect,
  )
  compiled.set(locale, lexicon)
  return lexicon
}
