import * as z from 'zod'
import data from '../data/language.json' with { type: 'json' }
import { fold } from '../text/index.ts'

const Points = z.record(z.string(), z.number())
const Words = z.string().transform((line) => line.trim().split(/\s+/u))

const Variety = z.object({
  points: Points,
  words: Words,
  letters: z.array(z.string()).default([]),
  pattern: z.string().optional(),
})

const Evidence = z.object({
  scripts: z.record(z.enum(['Latn', 'Cyrl']), z.record(z.string(), z.array(z.string()))),
  letters: z.record(z.string(), Points),
  words: z.record(z.string(), Words),
  varieties: z.record(z.string(), Variety),
})

/** Points of languages for something seen in a text. */
export type Points = z.infer<typeof Points>

/** The lists of evidence.yml. */
export const evidence = z.object({ evidence: Evidence }).parse(data).evidence

/** What speaks for a variety: folded words and beginnings of words, letters as they are, and patterns in folded words. */
export interface Markers {
  readonly words: ReadonlyMap<string, Points>
  readonly prefixes: ReadonlyMap<string, Points>
  readonly letters: ReadonlyMap<string, Points>
  readonly patterns: readonly (readonly [RegExp, Points])[]
}

/** Indexes the marker lists; a word with đ is also known with a bare d, as text without diacritics has it. */
export function markersOf(varieties: typeof evidence.varieties): Markers {
  const words = new Map<string, Points>()
  const prefixes = new Map<string, Points>()
  const letters = new Map<string, Points>()
  const patterns: (readonly [RegExp, Points])[] = []
  for (const variety of Object.values(varieties)) {
    for (const word of variety.words.flatMap((each) => [each, each.replaceAll('đ', 'd')])) {
      const index = word.endsWith('*') ? prefixes : words
      index.set(fold(word.replace('*', '')), variety.points)
    }
    for (const letter of variety.letters) letters.set(letter.normalize('NFC'), variety.points)
    if (variety.pattern) patterns.push([new RegExp(variety.pattern, 'u'), variety.points])
  }
  return { words, prefixes, letters, patterns }
}
