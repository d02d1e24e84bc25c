import type { LanguageGuess } from '../contract/index.ts'
import type { Points } from './evidence.ts'
import { languagePoints } from './language.ts'
import { type Script, scriptOf, wordsOf } from './script.ts'
import { varietyPoints } from './variety.ts'

/** A long text is judged by pieces from all over it: as many characters, so many pieces. */
const SAMPLE = 60_000
const PIECES = 12
const LEAST = 0.01
const UNKNOWN = { code: 'und', confidence: 0, alternatives: [] }

/**
 * Language and script of a text: `detect('Општина Ниш пружа услуге')` is Serbian in Cyrillic. Codes are ISO 639-1, with
 * `cnr` for Montenegrin; `und` and confidence 0 where nothing speaks for any language, `Zyyy` where there is no letter. Script is ISO 15924, that of most letters.
 * Confidence is a probability; alternatives come the likeliest first. Never throws.
 */
export function detect(text: string): LanguageGuess {
  const sample = sampleOf(text)
  const script = scriptOf(sample)
  const words = script ? wordsOf(sample, script) : []
  if (!script) return { ...UNKNOWN, script: 'Zyyy' }
  const [best, ...others] = ranked(words, script)
  if (!best) return { ...UNKNOWN, script }
  return { ...best, script, alternatives: others.filter(({ confidence }) => confidence >= LEAST) }
}

function ranked(words: readonly string[], script: Script): { code: string; confidence: number }[] {
  const points = languagePoints(words, script)
  if (Math.max(...Object.values(points)) <= 0) return []
  const sharpness = 1 + Math.min(words.length, 40) / 8
  const { hbs = 0, ...others } = softmax(points, sharpness)
  for (const [code, share] of Object.entries(softmax(varietyPoints(words, script), 1))) others[code] = share * hbs
  return Object.entries(others)
    .map(([code, share]) => ({ code, confidence: Math.round(share * 1000) / 1000 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** Probabilities that points stand for. */
function softmax(points: Points, sharpness: number): Points {
  const highest = Math.max(...Object.values(points))
  const weights = Object.entries(points).map(([code, each]) => [code, Math.exp((each - highest) * sharpness)] as const)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return Object.fromEntries(weights.map(([code, weight]) => [code, weight / total]))
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text
  const step = text.length / PIECES
  const starts = Array.from({ length: PIECES }, (_, i) => Math.floor(i * step))
  return starts.map((start) => text.slice(start, start + SAMPLE / PIECES)).join('\n')
}
