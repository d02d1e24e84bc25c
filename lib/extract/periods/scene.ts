import { funder } from '../../gazetteer/funders.ts'
import { type Hit, type Locale, longest } from '../../locales/index.ts'
import {
  type Block,
  blockAt,
  type Doc,
  fold,
  inside,
  length,
  overlaps,
  quote,
  type Span,
  sentenceAt,
} from '../../text/index.ts'
import { funderHits } from '../givers.ts'
import { beginningOf, coverOf } from './lines.ts'
import { type Expression, shapesOf } from './shapes.ts'
import { type Cue, type Words, wordsOf } from './words.ts'

/** A text with the cues of its dates. */
export interface Scene {
  readonly doc: Doc
  readonly words: Words
  readonly cues: readonly Hit<Cue>[]
}

/** One expression where it stands: its words, block and scope, and the cues in that scope. */
export interface Place {
  readonly expression: Expression
  /** Where it stands in the text. */
  readonly span: Span
  readonly block: Block | undefined
  /** Its sentence, with the label before it ("Trajanje:", "Termin realizacji:") where it has one. */
  readonly scope: Span
  readonly labelled: boolean
  /** Hardly anything else stands on its line. */
  readonly alone: boolean
  /** Spaces part its line into the cells of a table. */
  readonly aligned: boolean
  /** From the period before it to the period behind it, within its scope. */
  readonly room: Room
  /** Positions of commas and semicolons in its scope. */
  readonly breaks: readonly number[]
  readonly before: readonly Hit<Cue>[]
  readonly after: readonly Hit<Cue>[]
  /** "Dotychczasowa, z lat 2016–2023", "stari (2017–2021)": only a comma or bracket parts it from a word for earlier ones. */
  readonly bracketed: boolean
  /** The plan before it has a name of its own: "Lokalnim planom za rodnu ravnopravnost Vranja 2023–2025". */
  readonly named: boolean
  /** Cues in the sentence before, the nearest first. */
  readonly earlier: readonly Hit<Cue>[]
  /** Cues in the title and headings above, the nearest first. */
  readonly above: readonly Hit<Cue>[]
  /** Cues in the lines of a cover above an expression that is alone on its line, the nearest first. */
  readonly cover: readonly Hit<Cue>[]
  /**
   * Cues that open the block below, where the expression closes its own: "Sigurna kuća, 2008–2010" over "Koordinatorka
   * projekta".
   */
  readonly below: readonly Hit<Cue>[]
  /** How many years from the text the words behind it say it lies: "ove godine" 0. */
  readonly years: number | undefined
  /** "na sezon 2025/2026", "za školsku 2025/2026. godinu": two years in a row that something is made for. */
  readonly forSeason: boolean
  /** The text gives no year with it; that of the text was taken. */
  readonly guessed?: boolean
  /** It ends no earlier than on the day on which the text was published. */
  readonly ahead?: boolean
  /** Beside it, or right below, stands what makes its day nobody's event. */
  readonly idle: boolean
}

/** The text between the periods beside one, within its scope. */
interface Room extends Span {
  /** Where a comma or bracket parts from it what belongs to the next. */
  readonly parted: number
}

/** What years can belong to: of such words the longest phrase counts ("Regionalny Program Operacyjny" is no "program"). */
export const NOUNS: readonly Cue[] = ['national', 'programme', 'project', 'strategy']

/** "… 2025 r. Usługi …": behind a shortened word a sentence goes on for the text, but not for its dates. */
const NEW_SENTENCE = /^\.?\s?\p{Ll}{1,5}\.\s+\p{Lu}/u
/** Letters beside a period that is alone on its line: "za period … godine". */
const BESIDE = 24
/** A line that spaces part into so many cells, each short and without a full stop, is a row. Prose has doubled spaces too. */
const CELLS = 4
const LONGEST_CELL = 60
const BRACKET = /^\s?[,(][\p{L}\s]{0,14}$/u
const LONGEST_LABEL = 60
const LONGEST_LINE = 240
/** So much of a sentence around a date is read: a text without full stops is one sentence. */
const WINDOW = 400

/** The cues of a text: those of the locale's list, and the names of funding programmes. */
export function sceneOf(doc: Doc, locale: Locale): Scene {
  const words = wordsOf(locale)
  const programmes = funderHits(doc, locale)
    .filter(({ id }) => funder(id)?.type === 'programme')
    .map((hit) => ({ ...hit, id: 'programme' as const }))
  const hits = words.cues.find(doc)
  const national = hits.filter(({ id }) => id === 'national')
  // "Krajowy Program Przeciwdziałania Ubóstwu": the longer phrase behind its first word makes it no strategy of the town.
  // So does one right before it: "Wojewódzka Strategia" of "Polityki Społecznej".
  const own = hits.filter(
    (hit) => hit.id === 'strategy' && !national.some((other) => overlaps(other, hit) || other.last === hit.first),
  )
  const others = hits.filter(({ id }) => NOUNS.includes(id) && id !== 'strategy')
  const nouns = longest([...own, ...others, ...programmes])
  const cues = [...hits.filter(({ id }) => !NOUNS.includes(id)), ...nouns]
  return { doc, words, cues: cues.sort((a, b) => a.start - b.start) }
}

/** Looks around each expression. */
export const placesOf = (scene: Scene, expressions: readonly Expression[]): Place[] =>
  expressions.map((expression, i) => {
    const place = placeOf(scene, expression)
    const [before, behind] = [expressions[i - 1], expressions[i + 1]].map(
      (next) => next && scene.doc.folded.toSource(next),
    )
    const { start, end } = place.scope
    const cut = before && NEW_SENTENCE.test(scene.doc.text.slice(before.end, place.span.start)) ? before.end : start
    return {
      ...place,
      before: place.before.filter((cue) => cue.start >= cut),
      room: {
        start: Math.max(start, before?.end ?? start),
        end: Math.min(end, behind?.start ?? end),
        parted: behind ? partedAt(scene.doc, place.span.end, Math.min(end, behind.start)) : Number.POSITIVE_INFINITY,
      },
    }
  })

function partedAt({ text }: Doc, start: number, end: number): number {
  const at = text.slice(start, end).search(/[,;(][^,;()]*$/u)
  return at < 0 ? Number.POSITIVE_INFINITY : start + at
}

function placeOf({ doc, words, cues }: Scene, expression: Expression): Place {
  const span = doc.folded.toSource(expression)
  const block = blockAt(doc, span.start)
  const label = labelOf(doc, span, block)
  const sentence = sentenceAt(doc, span.start)
  const beginning = Math.min(beginningOf(doc, { sentence, block, at: span.start }), label?.start ?? span.start)
  const scope = {
    start: Math.max(span.start - WINDOW, beginning),
    end: Math.min(span.end + WINDOW, Math.max(sentence.end, span.end)),
  }
  const inScope = inside(cues, scope)
  const behind = doc.folded.text.slice(expression.end, expression.end + BELOW)
  const alone = quote(doc, lineAt(doc, span.start)).trim().length - length(span) <= BESIDE
  return {
    expression,
    span,
    block,
    scope,
    labelled: label !== null,
    alone,
    aligned: isAligned(doc, span.start),
    room: { ...scope, parted: Number.POSITIVE_INFINITY },
    breaks: Array.from(doc.text.slice(scope.start, scope.end).matchAll(/[,;]/gu), (match) => scope.start + match.index),
    before: inScope.filter((cue) => cue.start < span.start).reverse(),
    after: inScope.filter((cue) => cue.start >= span.end),
    bracketed: inScope.some((cue) => cue.id === 'previous' && BRACKET.test(doc.text.slice(cue.end, span.start))),
    named: isNamed(doc, span, inScope),
    cover: alone ? inside(cues, coverOf(doc, block)).reverse() : [],
    below: inside(cues, belowOf(doc, span, block)),
    years: words.relativeYears.find(([pattern]) => pattern.test(behind))?.[1],
    forSeason: isForSeason({ doc, words, cues: inScope }, expression, span),
    idle: inside(cues, around(scope)).some(
      (cue) => cue.id === 'idle' && (overlaps(cue, scope) || isRightBehind(doc, span, cue)),
    ),
    earlier: inside(cues, sentenceAt(doc, Math.max(0, sentence.start - 2))).reverse(),
    above: (block?.parents ?? []).flatMap((parent) => inside(cues, doc.blocks[parent] ?? span).reverse()),
  }
}

/** Letters between the word of a season and its years: "sezon zimowy 2025/2026". */
const SEASON = /^\s?(?:\p{L}{4,12}\s)?$/u

function isForSeason({ doc, words, cues }: Scene, { from, to }: Expression, span: Span): boolean {
  if (from?.month !== undefined || to?.year !== (from?.year ?? 0) + 1) return false
  const season = cues.find(({ id, end }) => id === 'season' && SEASON.test(doc.text.slice(end, span.start)))
  const before = season && fold(doc.text.slice(Math.max(0, season.start - BELOW), season.start))
  const { forYear, until } = shapesOf(words)
  // "do kraja školske 2021/2022. godine" too.
  return before !== undefined && (forYear.test(before) || until.test(before))
}

/** No cue is longer. */
const LONGEST_CUE = 200

/** Where the cues begin and end that may reach into a scope or stand right behind it. */
const around = ({ start, end }: Span): Span => ({ start: start - LONGEST_CUE, end: end + LONGEST_CUE })

/** So far into the text below a word still speaks of the line above. */
const BELOW = 25

/** Does a word follow with no other date between? */
const isRightBehind = ({ text }: Doc, { end }: Span, word: Span): boolean =>
  word.start >= end && word.start - end < BELOW && !/\d/u.test(text.slice(end, word.start))

/** The first words of the block below, where hardly anything stands behind the expression in its own. */
function belowOf(doc: Doc, span: Span, block: Block | undefined): Span {
  const below = block && block.end - span.end <= 2 ? doc.blocks[block.index + 1] : undefined
  return below ? { start: below.start, end: Math.min(below.end, below.start + BELOW) } : { start: 0, end: 0 }
}

function isAligned({ text }: Doc, position: number): boolean {
  const end = text.indexOf('\n', position)
  const line = text.slice(text.lastIndexOf('\n', position) + 1, end < 0 ? text.length : end)
  const cells = line.trim().split(/ {2,}/u)
  return cells.length >= CELLS && cells.every((cell) => cell.length <= LONGEST_CELL && !/\p{Ll}{4}[.!?]/u.test(cell))
}

/** Do two words or more stand between the noun and its years? "Akcioni plan za period 2021–2022" has no name. */
function isNamed(doc: Doc, span: Span, cues: readonly Hit<Cue>[]): boolean {
  const noun = cues.findLast((cue) => cue.id === 'strategy' && cue.end <= span.start)
  const between = noun ? doc.text.slice(noun.end, span.start) : ''
  return !/[.;,:\d]/u.test(between) && (between.match(/\p{L}{4,}/gu)?.length ?? 0) > 2
}

/** What labels an expression: the words before a colon on its line, the short line above it, the first cell of two. */
function labelOf(doc: Doc, span: Span, block: Block | undefined): Span | null {
  if (block?.cells.length === 2) return block.cells[0] ?? null
  const lineStart = lineAt(doc, span.start).start
  const prefix = doc.text.slice(lineStart, span.start)
  if (block?.kind !== 'row' && /^[^:.]{3,60}:[^:.]{0,34}$/u.test(prefix)) return { start: lineStart, end: span.start }
  if (/\p{L}{4}|\p{L}\s+\p{L}/u.test(prefix)) return null
  const above = doc.text.slice(Math.max(0, lineStart - 2 * LONGEST_LABEL), lineStart).trimEnd()
  const line = above.slice(above.lastIndexOf('\n') + 1).trim()
  if (line.length < 3 || line.length > LONGEST_LABEL || !/^\p{L}[^.\t|]*$/u.test(line)) return null
  return { start: doc.text.lastIndexOf(line, lineStart), end: lineStart }
}

/** The line of the text around a position, no more of it than a label or a date line can hold. */
export function lineAt(doc: Doc, position: number): Span {
  const from = Math.max(0, position - LONGEST_LINE)
  const until = doc.text.slice(position, position + LONGEST_LINE).indexOf('\n')
  return {
    start: from + doc.text.slice(from, position).lastIndexOf('\n') + 1,
    end: until < 0 ? Math.min(doc.text.length, position + LONGEST_LINE) : position + until,
  }
}
