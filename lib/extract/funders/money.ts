import { type Hit, type Locale, longest } from '../../locales/index.ts'
import { blockAt, contains, type Doc, fold, overlaps, type Span } from '../../text/index.ts'
import { funderHits } from '../givers.ts'
import { type Govern, governorsOf } from './stance.ts'
import { type Words, wordsOf } from './words.ts'
import { type Zone, zonesOf } from './zones.ts'

/** A text with all that is known of money in it. */
export interface Money {
  readonly doc: Doc
  readonly language: string
  readonly words: Words
  /** Names of known funders, outside menus and running headers. */
  readonly names: readonly Hit[]
  /** "fondacija", "program": words that open the name of a giver. */
  readonly heads: readonly Hit<'organisation' | 'programme'>[]
  readonly zones: readonly Zone[]
  readonly govern: Govern
}

const SILENT: ReadonlySet<string> = new Set(['boilerplate', 'header', 'footer'])

/** Reads a text for money once. */
export function moneyOf(doc: Doc, locale: Locale): Money {
  const words = wordsOf(locale)
  const speaks = (hit: Span): boolean => !SILENT.has(blockAt(doc, hit.start)?.kind ?? '')
  const names = funderHits(doc, locale).filter(speaks)
  const heads = longest(words.names.find(doc)).filter((head) => speaks(head) && !names.some((name) => overlaps(name, head)))
  return { doc, language: locale.language, words, names, heads, zones: zonesOf(doc, words), govern: governorsOf(doc, words) }
}

/** Why a name counts. */
export interface Reason {
  readonly rule: string
  readonly confidence: number
  readonly because: string
}

/** Why this name is a giver here; undefined where it only acts, is only asked, or is merely named. */
export function reasonFor(money: Money, span: Span): Reason | undefined {
  const governor = money.govern(span)
  const stance = governor?.cue.id
  const zone = money.zones.find((each) => contains(each, span) && (!each.strict || namesOnly(money, each)))
  if (zone && (stance === undefined || stance === 'giving' || zone.rule !== 'funder/section'))
    return { rule: zone.rule, confidence: 0.92, because: `stands under “${zone.label}”` }
  if (stance !== 'giving' || !governor) return undefined
  const confidence = governor.distance < 60 ? 0.92 : 0.8
  return { rule: 'funder/cue', confidence, because: `“${governor.cue.pattern}” beside it says that it gives` }
}

/** Letters that a cell may hold beside names of sources: "program", "i", "RSD". */
const BESIDE = 14

/** Does a line hold names of sources and hardly anything else? An unlisted name counts where it opens the line. */
function namesOnly({ doc, names, heads }: Money, line: Span): boolean {
  const inside = [...names, ...heads].filter((name) => contains(line, name))
  const opening = heads.some((head) => contains(line, head) && /^[^\p{L}]*$/u.test(doc.text.slice(line.start, head.start)))
  if (opening) return true
  const letters = (span: Span): number => doc.text.slice(span.start, span.end).replace(/[^\p{L}]/gu, '').length
  return inside.length > 0 && letters(line) - inside.reduce((sum, name) => sum + letters(name), 0) <= BESIDE
}

/** The word right before a span, folded, past quotes and spaces. */
export function wordBefore({ doc }: Money, span: Span): string {
  const before = doc.text.slice(Math.max(0, span.start - 30), span.start)
  return fold(/(\p{L}+)[\s„"“”«»]*$/u.exec(before)?.[1] ?? '')
}
