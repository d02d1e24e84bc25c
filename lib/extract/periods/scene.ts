import { funder } from '../../gazetteer/funders.ts'
import { type Hit, type Locale, longest } from '../../locales/index.ts'
import { type Block, blockAt, type Doc, inside, type Span, sentenceAt } from '../../text/index.ts'
import { funderHits } from '../givers.ts'
import type { Expression } from './combine.ts'
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
  /** From the period before it to the period behind it, within its scope. */
  readonly room: Span
  /** Positions of commas and semicolons in its scope. */
  readonly breaks: readonly number[]
  readonly before: readonly Hit<Cue>[]
  readonly after: readonly Hit<Cue>[]
  /** Cues in the title and headings above, the nearest first. */
  readonly above: readonly Hit<Cue>[]
}

/** What years can belong to: of such words the longest phrase counts ("Regionalny Program Operacyjny" is no "program"). */
export const NOUNS: readonly Cue[] = ['national', 'programme', 'project', 'strategy']

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
  const nouns = longest([...hits.filter(({ id }) => NOUNS.includes(id)), ...programmes])
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
    return {
      ...place,
      room: { start: Math.max(start, before?.end ?? start), end: Math.min(end, behind?.start ?? end) },
    }
  })

function placeOf({ doc, cues }: Scene, expression: Expression): Place {
  const span = doc.folded.toSource(expression)
  const block = blockAt(doc, span.start)
  const label = labelOf(doc, span, block)
  const sentence = sentenceAt(doc, span.start)
  const scope = {
    start: Math.max(span.start - WINDOW, Math.min(sentence.start, label?.start ?? span.start)),
    end: Math.min(span.end + WINDOW, Math.max(sentence.end, span.end)),
  }
  const inScope = inside(cues, scope)
  return {
    expression,
    span,
    block,
    scope,
    labelled: label !== null,
    room: scope,
    breaks: Array.from(doc.text.slice(scope.start, scope.end).matchAll(/[,;]/gu), (match) => scope.start + match.index),
    before: inScope.filter((cue) => cue.start < span.start).reverse(),
    after: inScope.filter((cue) => cue.start >= span.end),
    above: (block?.parents ?? []).flatMap((parent) => inside(cues, doc.blocks[parent] ?? span).reverse()),
  }
}

/** What labels an expression: the words before a colon on its line, the short line above it, the first cell of two. */
function labelOf(doc: Doc, span: Span, block: Block | undefined): Span | null {
  if (block?.cells.length === 2) return block.cells[0] ?? null
  const lineStart = lineAt(doc, span.start).start
  const prefix = doc.text.slice(lineStart, span.start)
  if (block?.kind !== 'row' && /^[^:.]{3,60}:[^:.]{0,20}$/u.test(prefix)) return { start: lineStart, end: span.start }
  if (/\p{L}{4}/u.test(prefix)) return null
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
