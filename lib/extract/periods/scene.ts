import { funder } from '../../gazetteer/funders.ts'
import { type Hit, type Locale, longest } from '../../locales/index.ts'
import { type Block, blockAt, type Doc, type Span, sentenceAt } from '../../text/index.ts'
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
  const scope = { start: Math.min(sentence.start, label?.start ?? span.start), end: Math.max(sentence.end, span.end) }
  const inScope = within(cues, scope)
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
    above: (block?.parents ?? []).flatMap((parent) => within(cues, doc.blocks[parent] ?? span).reverse()),
  }
}

/** Cues inside a span, by bisection over their starts. */
function within(cues: readonly Hit<Cue>[], { start, end }: Span): Hit<Cue>[] {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Hit<Cue>[] = []
  for (let i = low; i < cues.length && (cues[i]?.start ?? end) < end; i++) {
    const cue = cues[i]
    if (cue && cue.end <= end) found.push(cue)
  }
  return found
}

/** What labels an expression: the words before a colon on its line, the short line above it, the first cell of two. */
function labelOf(doc: Doc, span: Span, block: Block | undefined): Span | null {
  if (block?.cells.length === 2) return block.cells[0] ?? null
  const lineStart = doc.text.lastIndexOf('\n', span.start - 1) + 1
  const prefix = doc.text.slice(lineStart, span.start)
  if (block?.kind !== 'row' && /^[^:.]{3,60}:[^:.]{0,20}$/u.test(prefix)) return { start: lineStart, end: span.start }
  if (/\p{L}{4}/u.test(prefix)) return null
  const above = doc.text.slice(Math.max(0, lineStart - 2 * LONGEST_LABEL), lineStart).trimEnd()
  const line = above.slice(above.lastIndexOf('\n') + 1).trim()
  if (line.length < 3 || line.length > LONGEST_LABEL || !/^\p{L}[^.\t|]*$/u.test(line)) return null
  return { start: doc.text.lastIndexOf(line, lineStart), end: lineStart }
}

/** The line of the text around a position. */
export function lineAt(doc: Doc, position: number): Span {
  const end = doc.text.indexOf('\n', position)
  return { start: doc.text.lastIndexOf('\n', position - 1) + 1, end: end < 0 ? doc.text.length : end }
}
