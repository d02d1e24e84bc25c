import type { Found } from '../extract/extractor.ts'
import type { Locale } from '../locales/index.ts'
import { type Block, blockAt, contains, type Doc, quote, type Span, touches } from '../text/index.ts'
import { announcedIn, type Cue, lengthOf, SHORT, titleLines, topOf, type View, viewOf } from './top.ts'

/** What a text's shape says of its kind: a name and how strongly it shows, 0–1. */
export type Signs = Readonly<Record<string, number>>

/** Letters of a day in EDTF. */
const DAY = 10
/** Characters from the start of a block within which it opens with a word. */
const OPENING = 40
/** A sentence of so many characters tells something; in prose fewer than these are few. */
const LONG = 40
const FEW = 3
/** Share of a text that is prose, where it is hardly any and where it is most. */
const SCARCE = 0.3
const MOSTLY = 0.6
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'item', 'lead'])
/**
 * What goes on behind a place that dates a report, in small letters: `BAČKA PALANKA: Na sednici …`, `Kragujevac, 3.
 * maja – Za …`.
 */
const DATED = /^(?:,[^:–\n-]{3,30})?\s?[:–-]\s+\p{Lu}(?=[^\n]{0,60}\p{Ll}{3})/u
/** A numbered or lettered heading, or one of an article: "3.1 Cilj", "IV. Mere", "§ 2", "Rozdział II". */
const NUMBERED =
  /^\s*(?:§\s*\d+|[IVX]+[.)]?\s|\d+(?:\.\d+)*[.)]?\s|\p{L}[.)]\s)|^\s*\p{Lu}[\p{L}\s]{2,24}(?:\d+|[IVX]+)[.: ]/u
/** The number of an article, with its words behind or below: "Član 1.", "§ 2. Opłaty". */
const ARTICLE = /^(?:§\s?\d{1,3}\b|\p{Lu}\p{L}{2,7}\s\d{1,3}\.?$)/u
/** What somebody says: between dashes, or in quotation marks and long. */
const SAID = /[–—-]\s[^–—\n]{10,200}[,!?.]\s?[–—-]\s|[„"][^“”"\n]{25,}[“”"]/gu

/**
 * The signs of a text, after which `kindOf` decides: a plan calls itself one at the top, with its years, and is built of
 * headings, goals, measures and tables; news has people who speak, a date, a page around it; a form or a price list is
 * made of rows and figures.
 */
export function signsOf(doc: Doc, locale: Locale, found: readonly Found[]): Signs {
  const view = viewOf(doc, locale)
  const worded = wording(view, found)
  // A report that opens with its place tells of a plan and is none: "BAČKA PALANKA: Na sednici je usvojena Strategija".
  const named = worded['a date line'] ? {} : naming(view)
  // The day of a decision stands in its head.
  const dated = named['a decision that adopts a plan'] ? 0 : worded['a date of publication']
  return { ...named, ...structure(view), ...worded, 'a date of publication': dated ?? 0 }
}

/** Does the text call itself a plan? */
function naming(view: View): Signs {
  const { doc, hits, body } = view
  const top = topOf(doc, body)
  const lines = titleLines(doc, top)
  const of = (...ids: readonly Cue[]) => hits.filter(({ id }) => ids.includes(id))
  const announced = announcedIn(view, top)
  const isOwn = (hit: Span) => !touches(announced, hit)
  const own = of('plan').filter(isOwn)
  const adopts = of('decision').some((act) =>
    own.some((plan) => isBehind(act, plan) && blockAt(doc, plan.start) === blockAt(doc, act.start)),
  )
  const isNamed = adopts || lines.some((block) => own.some((hit) => contains(block, hit)))
  // A decision counts with the plan that it adopts; alone it is one on rights, rules or a call.
  const plans = isNamed ? of('plan', 'decision').filter(isOwn) : own
  const named = lines.filter((block) => plans.some((hit) => contains(block, hit)))
  const title = body.find(({ kind }) => kind === 'title')
  const isLoud = (hit: Span) => !/\p{Ll}/u.test(quote(doc, hit))
  const opens = (block: Block) => plans.some((hit) => contains(block, hit) && hit.start - block.start < OPENING)
  const running = doc.blocks.filter(({ kind }) => kind === 'header' || kind === 'footer')
  return {
    ...ruling(view, { top, lines, own, isNamed, isQuiet: announced.length === 0 }),
    'a plan in a running title': sign(running.some((block) => of('plan').some((hit) => contains(block, hit)))),
    'a plan announced': sign(of('plan').some((hit) => !isOwn(hit))),
    'a plan in a line at the top': sign(named.length > 0),
    'a plan in the title': sign(title !== undefined && plans.some((hit) => contains(title, hit))),
    'a plan opens a block at the top': sign(top.some(opens)),
    'a plan in capitals': sign(top.some((block) => plans.some((hit) => contains(block, hit) && isLoud(hit)))),
    'a plan in capitals opens the text': sign(
      plans.some((hit) => hit.start - (body[0]?.start ?? 0) < OPENING && isLoud(hit)),
    ),
    'a plan and its years': sign(named.length > 0 && lines.some((block) => /(?:19|20)\d{2}/u.test(quote(doc, block)))),
  }
}

/** What stands at the top of a text. */
interface Top {
  readonly top: readonly Block[]
  /** Its lines that may belong to a title. */
  readonly lines: readonly Block[]
  /** Its words of plans that are not announced only. */
  readonly own: readonly Span[]
  readonly isNamed: boolean
  /** Nothing is announced there. */
  readonly isQuiet: boolean
}

/** Does a decision or a report speak, with a plan or without? */
function ruling({ doc, hits, body }: View, { top, lines, own, isNamed, isQuiet }: Top): Signs {
  const [acts, reports] = [hits.filter(({ id }) => id === 'decision'), hits.filter(({ id }) => id === 'report')]
  const opens = (hit: Span) => top.some((block) => contains(block, hit) && hit.start - block.start < OPENING)
  const articles = body.filter((block) => ARTICLE.test(quote(doc, block))).length
  const stands = reports.some(opens) || lines.some((block) => acts.some((hit) => contains(block, hit)))
  const first = acts.filter(opens)
  const papers = hits.filter(({ id }) => id === 'paper')
  return {
    'a decision without a plan': sign(!isNamed && stands),
    'a paper at the top': sign(
      lines.some((block) => papers.some((hit) => contains(block, hit) && hit.start - block.start < OPENING)),
    ),
    'articles without a plan': isNamed ? 0 : share(articles, FULL),
    'rules of a decision': sign(!isNamed && isQuiet && first.length > 0 && articles >= FULL),
    'a decision that adopts a plan': sign(first.some((act) => own.some((plan) => isBehind(act, plan)))),
  }
}

/** From so many articles on a text is made of them. */
const FULL = 3

/** "UCHWAŁA NR … w sprawie przyjęcia Gminnego Programu …": does the plan follow that an act adopts? */
const isBehind = (act: Span, { start }: Span): boolean => start > act.end && start - act.end < SHORT

/** What is the text built of? */
function structure({ doc, body, size }: View): Signs {
  const of = (...kinds: readonly string[]) => body.filter(({ kind }) => kinds.includes(kind))
  const headings = of('heading', 'title')
  const count = Math.max(1, body.length)
  const ended = doc.sentences.filter((one) => one.end - one.start > LONG && /[.!?]["”“]?$/u.test(quote(doc, one)))
  const told = ended.filter(({ start }) => PROSE.has(blockAt(doc, start)?.kind ?? ''))
  return {
    headings: Math.min(1, (headings.length * 500) / (size + 500)),
    'several headings': sign(headings.length >= 4),
    'numbered headings': share(headings.filter((block) => NUMBERED.test(quote(doc, block))).length, 4),
    rows: of('row').length / count,
    items: of('item').length / count,
    paragraphs: lengthOf(of('paragraph')) / size,
    'no prose': sign(lengthOf(told) / size < SCARCE),
    'some prose': sign(lengthOf(told) / size > MOSTLY),
    'hardly a sentence': sign(told.length < FEW),
  }
}

/** What do its words do? */
function wording({ doc, hits, body, size }: View, found: readonly Found[]): Signs {
  const times = (cue: Cue) => hits.filter(({ id }) => id === cue).length
  // In running prose an article speaks of goals, tasks and deadlines too.
  const labels = (cue: Cue) =>
    hits.filter(({ id, start }) => id === cue && blockAt(doc, start)?.kind !== 'paragraph').length
  // A month dates a cover, a day an article.
  const isPublished = (one: Found) =>
    one.dimension === 'periods' && one.value.role === 'publication' && one.value.edtf.length === DAY
  const top = topOf(doc, body)
  const dates = ({ start, end }: Span) =>
    top.some((block) => block.start === start) && DATED.test(doc.text.slice(end, end + SHORT))
  return {
    speech: share(times('speech'), 3),
    quotations: share(doc.text.match(SAID)?.length ?? 0, 2),
    'a page around': share(times('page'), 3),
    'parts of a plan': share(labels('part'), 5),
    'columns of a plan': share(labels('column'), 4),
    'goals of a plan': share(times('goal'), 3),
    'a call': share(times('call'), 2),
    'a project': share(times('project'), 4),
    'a notice': sign(hits.some((hit) => hit.id === 'notice' && top.some((block) => contains(block, hit)))),
    'a date line': sign(found.some((one) => one.dimension === 'municipalities' && dates(one))),
    'a date of publication': sign(found.some(isPublished)),
    figures: Math.min(1, (10 * (doc.text.match(/\d/gu)?.length ?? 0)) / size),
    'questions and calls': sign(/[!?]/u.test(doc.text)),
  }
}

const sign = (shows: boolean): number => Number(shows)

/** How much of what makes a sign full is there. */
const share = (count: number, full: number): number => Math.min(1, count / full)
