import type { Locale } from '../locales/index.ts'
import { at, type Doc } from '../text/index.ts'
import { featuresOf } from './features.ts'
import { opinionOf } from './opinion.ts'
import { type Passage, passagesOf } from './passages.ts'

/** What is said of a text too short to judge, or in a language without training passages. */
const UNSURE = 0.5
/** Features that a text must have to be judged at all: a heading or a caption tells too little. */
const FEWEST = 30
/** Passages of a long text that are judged, evenly spread. */
const MOST = 40
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** How probable it is that passages of a text are about social policy. */
export interface Relevance {
  /** Mean over the text: the share of it that is about social policy, 0–1. */
  readonly text: number
  /** The passage that holds a position, 0–1. */
  at(position: number): number
}

/**
 * How probable it is that a text, and each of its passages, is about social policy: strategies, services, benefits, the
 * people they are for, and news about them; near 0 for football, roads, waste, stray dogs.
 */
export function relevanceOf(doc: Doc, { language }: Pick<Locale, 'language'>): Relevance {
  const opinion = opinionOf(language)
  const passages = passagesOf(doc)
  const sample = spread(passages)
  const known = new Set(sample.flatMap(({ tokens }) => featuresOf(tokens, language)))
  if (!opinion || known.size < FEWEST) return { text: UNSURE, at: () => UNSURE }
  const judged = new Map<Passage, number>()
  const judge = (passage: Passage): number => {
    const answer = judged.get(passage) ?? opinion(featuresOf(passage.tokens, language))
    judged.set(passage, answer)
    return answer
  }
  return {
    text: sample.reduce((sum, passage) => sum + judge(passage), 0) / sample.length,
    at(position) {
      const passage = at(passages, position)
      return passage ? judge(passage) : UNSURE
    },
  }
}

/** Every passage of a short text, `MOST` of a long one; by the golden ratio, which falls in step with no table or list. */
function spread(passages: readonly Passage[]): readonly Passage[] {
  if (passages.length <= MOST) return passages
  return Array.from({ length: MOST }, (_, i) => passages[Math.floor(((i * GOLDEN) % 1) * passages.length)]).flatMap(
    (passage) => passage ?? [],
  )
}
