import { funder } from '../../gazetteer/funders.ts'
import { type Hit, type Locale, longest, shown } from '../../locales/index.ts'
import {
  at,
  blockAt,
  contains,
  type Doc,
  fold,
  inOrder,
  inside,
  overlapping,
  SILENT,
  type Span,
  sentenceAt,
  touches,
} from '../../text/index.ts'
import { funderHits } from '../givers.ts'
import { isForeign } from './foreign.ts'
import { type Govern, governorsOf } from './stance.ts'
import { type Opening, type Words, wordsOf } from './words.ts'
import type { Zone } from './zone.ts'
import { zonesOf } from './zones.ts'

/** A text with all that is known of money in it. */
export interface Money {
  readonly doc: Doc
  readonly locale: Locale
  readonly words: Words
  /** Names of known funders, outside menus and running headers. */
  readonly names: readonly Hit[]
  /** "fondacija", "program": words that open the name of a giver. */
  readonly heads: readonly Hit<Opening>[]
  readonly zones: readonly Zone[]
  /** Zones of the block in which a span begins. */
  zonesAt(span: Span): readonly Zone[]
  /** What stands before the colon or the verb of a zone that a span is part of, with that zone. */
  toldAt(span: Span): readonly (Span & { readonly names: Zone })[]
  readonly govern: Govern
}

/** Reads a text for money once. */
export function moneyOf(doc: Doc, locale: Locale): Money {
  const words = wordsOf(locale)
  const speaks = (hit: Span): boolean => !SILENT.has(blockAt(doc, hit.start)?.kind ?? '')
  const listed = funderHits(doc, locale).filter(speaks)
  const names = listed.filter((name) => !isForeign({ doc, words, names: listed }, name))
  const heads = longest(words.names.find(doc)).filter((head) => speaks(head) && !touches(names, head))
  const zones = zonesOf(doc, words, names)
  const byBlock = Map.groupBy(
    zones,
    ({ start, end }) => blockAt(doc, start + doc.text.slice(start, end).search(/\S/u))?.index ?? -1,
  )
  return {
    doc,
    locale,
    words,
    names,
    heads,
    zones,
    zonesAt: ({ start }) => byBlock.get(blockAt(doc, start)?.index ?? -1) ?? [],
    toldAt: overlapping(zones.flatMap((zone) => (zone.told ? [{ ...zone.told, names: zone }] : [])).sort(inOrder)),
    govern: governorsOf(doc, words),
  }
}

/** Why a name counts. */
export interface Reason {
  readonly rule: string
  readonly confidence: number
  readonly because: string
}

/** So near a word of acting or asking keeps a name out of a list of sources. */
const IDLE = 30

/** Why this name is a giver here; undefined where it only acts, is only asked, or is merely named. */
export function reasonFor(money: Money, span: Span): Reason | undefined {
  const governor = money.govern(span)
  const stance = governor?.sought ? 'seeking' : governor?.cue.id
  const zone = money.zonesAt(span).find((each) => counts(money, span, each))
  // In prose under a heading of sources the same holds for the whole sentence.
  const far = zone?.rule === 'funder/section' && blockAt(money.doc, span.start)?.kind === 'paragraph'
  const idle = stance !== undefined && stance !== 'giving' && (far || (governor?.distance ?? 0) <= IDLE)
  if (zone && (zone.rule === 'funder/column' || !idle))
    return { rule: zone.rule, confidence: 0.92, because: `stands under “${zone.label}”` }
  if (stance !== 'giving' || !governor) return undefined
  const confidence = governor.distance < 60 ? 0.92 : 0.8
  return { rule: 'funder/cue', confidence, because: `“${shown(governor.cue.pattern)}” beside it says that it gives` }
}

/** Letters that a cell may hold beside names of sources: "program", "i", "RSD". */
const BESIDE = 14

/**
 * Does a name count in this zone? In the middle of a record whose cells stand one a line only money that is nobody's
 * actor does, a budget or a programme, and only alone in its line.
 */
function counts({ doc, names, heads }: Money, span: Span, zone: Zone): boolean {
  if (!contains(zone, span)) return false
  if (zone.cell !== 'middle') return true
  const letters = (part: Span): number => doc.text.slice(part.start, part.end).replace(/[^\p{L}]/gu, '').length
  const named = [...inside(names, zone), ...inside(heads, zone)]
  const alone = letters(zone) - named.reduce((sum, name) => sum + letters(name), 0) <= BESIDE
  return alone && names.some((name) => name.start === span.start && isMoney(name.id))
}

const isMoney = (id: string): boolean => funder(id)?.kind === 'local-budget' || funder(id)?.type === 'programme'

/** Does a name open a list item or a cell? */
export function opensItem(doc: Doc, { start }: Span): boolean {
  const block = blockAt(doc, start)
  if (block?.kind !== 'item' && block?.kind !== 'row') return false
  const from = at(block.cells, start)?.start ?? block.start
  return /^[^\p{L}]*$/u.test(doc.text.slice(from, start))
}

/** So much of a sentence around a name is read: a text without full stops is one sentence. */
const WINDOW = 300

/** The sentence of a span, no more of it than matters. */
export function windowOf(doc: Doc, span: Span): Span {
  const sentence = sentenceAt(doc, span.start)
  return { start: Math.max(sentence.start, span.start - WINDOW), end: Math.min(sentence.end, span.end + WINDOW) }
}

/** Does the sentence of a span speak of money given, and of none sought? */
export function isGivenAround({ doc, words }: Money, span: Span): boolean {
  const stances = words.stances.find({ tokens: inside(doc.tokens, windowOf(doc, span)), blocks: doc.blocks })
  return stances.some(({ id }) => id === 'giving') && stances.every(({ id }) => id !== 'seeking')
}

/** The word right before a span, folded, past quotes and spaces. */
export function wordBefore({ doc }: Money, span: Span): string {
  const before = doc.text.slice(Math.max(0, span.start - 30), span.start)
  return fold(/(\p{L}+)[\s„"“”«»]*$/u.exec(before)?.[1] ?? '')
}
