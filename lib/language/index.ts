import type { LanguageGuess } from '../contract/index.ts'
import type { Points } from './evidence.ts'
import { languagePoints } from './language.ts'
import { type Script, scriptOf, wordsOf } from './script.ts'
import { varietyPoints } from './variety.ts'

/** A long text is judged by pieces from all over it: as many characters, so many pieces. */
const SAMPLE = 60_000
const PIECES = 12
/** The more words, the more the points mean, up to so many. Fitted on the texts of test/language. */
const ENOUGH = 40
/** Less likely alternatives are not worth telling. */
const LEAST = 0.01
/** A language that is less likely is not told: of one word many languages could be its own. */
const SURE = 0.4
/** A head start in short texts for the languages that most documents have; gone where there are words enough. */
const EXPECTED: Points = { hbs: 0.5, pl: 0.5 }
const UNKNOWN = { code: 'und', confidence: 0, alternatives: [] }

/**
 * Language and script of a text: `detect('Општина Ниш пружа услуге')` is Serbian in Cyrillic. The code is ISO 639-1, with
 * `cnr` (639-2) for Montenegrin, and `und` with confidence 0 where nothing speaks for any language, or little for many.
 * The script is ISO 15924, that of most letters, and `Zyyy` where there are none of the Latin or Cyrillic script.
 * Confidence is a probability; alternatives come the likeliest first. Never throws.
 */
export function detect(text: string): LanguageGuess {
  const sample = sampleOf(text)
  const script = scriptOf(sample)
  if (!script) return { ...UNKNOWN, script: 'Zyyy' }
  const [best, ...others] = ranked(wordsOf(sample, script), script)
  if (!best) return { ...UNKNOWN, script }
  return { ...best, script, alternatives: others.filter(({ confidence }) => confidence >= LEAST) }
}

function ranked(words: readonly string[], script: Script): { code: string; confidence: number }[] {
  const points = languagePoints(words, script)
  if (Math.max(...Object.values(points)) <= 0) return []
  const short = Math.max(0, 1 - words.length / ENOUGH)
  for (const [code, head] of Object.entries(EXPECTED))
    if (code in points) points[code] = (points[code] ?? 0) + head * short
  const sharpness = 1 + Math.min(words.length, ENOUGH) / 8
  const shares = softmax(points, sharpness)
  if (Math.max(...Object.values(shares)) < SURE) return []
  const { hbs = 0, ...others } = shares
  for (const [code, share] of Object.entries(softmax(varietyPoints(words, script)))) others[code] = share * hbs
  return Object.entries(others)
    .map(([code, share]) => ({ code, confidence: Math.round(share * 1000) / 1000 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** Probabilities that points stand for. */
function softmax(points: Points, sharpness = 1): Points {
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
