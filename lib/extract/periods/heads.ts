import { blockAt, inside, type Span } from '../../text/index.ts'
import { lineAt, type Scene } from './scene.ts'

/** Blocks from the top among which a title stands. */
const TOP = 4
/** A line longer than this is prose. */
const LONGEST = 150

/** Lines of titles and headings from the word of a plan of many years on, in the folded text: "Strategia … Miasta Jasła 2030". */
export function headsOf({ doc, words, cues }: Scene): Span[] {
  return cues.flatMap((cue) => {
    const block = blockAt(doc, cue.start)
    if (cue.id !== 'strategy' || !words.longPlans.has(cue.pattern) || !block) return []
    const line = lineAt(doc, cue.start)
    const isHead = block.kind === 'title' || block.kind === 'heading' || (block.index <= TOP && block.kind !== 'item')
    if (!isHead || line.end - line.start > LONGEST || /[.;,]$/u.test(doc.text.slice(line.start, line.end).trim()))
      return []
    const tokens = inside(doc.tokens, { start: cue.start, end: line.end })
    return [{ start: tokens[0]?.folded.start ?? 0, end: tokens.at(-1)?.folded.end ?? 0 }]
  })
}
