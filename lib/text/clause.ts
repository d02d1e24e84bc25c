import { type Doc, sentenceAt } from './doc.ts'
import { fold } from './fold.ts'
import type { Span } from './span.ts'

/** The clause around a mention: its sentence, cut at semicolons, dashes and at turns of thought ("ali", "lecz", "a"). */
export function clauseAt(doc: Doc, mention: Span, turns: ReadonlySet<string>): Span {
  const sentence = sentenceAt(doc, mention.start)
  const cuts = cutsIn(doc, sentence, turns)
  return {
    start: cuts.findLast((cut) => cut < mention.start) ?? sentence.start,
    end: cuts.find((cut) => cut >= mention.end) ?? sentence.end,
  }
}

/** Cuts by turns and sentence: a long sentence has many mentions. */
const known = new WeakMap<ReadonlySet<string>, WeakMap<Span, readonly number[]>>()

function cutsIn(doc: Doc, sentence: Span, turns: ReadonlySet<string>): readonly number[] {
  const ofTurns = known.get(turns) ?? new WeakMap<Span, readonly number[]>()
  known.set(turns, ofTurns)
  const cuts = ofTurns.get(sentence) ?? cut(doc, sentence, turns)
  ofTurns.set(sentence, cuts)
  return cuts
}

function cut(doc: Doc, { start, end }: Span, turns: ReadonlySet<string>): number[] {
  return [...doc.text.slice(start, end).matchAll(/;|\s[–—-]\s|,\s*(\p{L}+)/gu)]
    .filter(([, word]) => word === undefined || turns.has(fold(word)))
    .map(({ index }) => start + index)
}
