import { type Doc, sentenceAt } from './doc.ts'
import { fold } from './fold.ts'
import type { Span } from './span.ts'

/** The clause around a mention: its sentence, cut at semicolons, dashes and at turns of thought ("ali", "lecz", "a"). */
export function clauseAt(doc: Doc, mention: Span, turns: ReadonlySet<string>): Span {
  const sentence = sentenceAt(doc, mention.start)
  let { start, end } = sentence
  for (const match of doc.text.slice(sentence.start, sentence.end).matchAll(/;|\s[–—-]\s|,\s*(\p{L}+)/gu)) {
    if (match[1] !== undefined && !turns.has(fold(match[1]))) continue
    const cut = sentence.start + match.index
    if (cut < mention.start) start = cut
    else if (cut >= mention.end) {
      end = cut
      break
    }
  }
  return { start, end }
}
