import { francAll } from 'franc'
import { fold } from '../text/index.ts'
import { evidence, type Points } from './evidence.ts'
import type { Script } from './script.ts'

const LETTER_WEIGHT = 6
const WORD_WEIGHT = 6
const FRANC_WEIGHT = 2
/** Points of a letter for a language that lacks it: names from abroad bring some into any text. */
const LACKED = -3
/** Shorter texts count as if they had so many letters or words, so that one letter does not decide. */
const FEWEST_LETTERS = 20
const FEWEST_WORDS = 6
/** Words from all over a text that tell its language as surely as all of them do; letters of them that franc is given. */
const SAMPLE = 200
const FRANC_SAMPLE = 600
/** Share of letters with diacritics below which a Latin text counts as typed without them. */
const BARE = 0.004

interface Lists {
  readonly exact: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
}

const lists: ReadonlyMap<string, Lists> = new Map(
  Object.entries(evidence.words).map(([code, list]) => [
    code,
    { exact: new Set(list), folded: new Set(list.map(fold)) },
  ]),
)

const letters = new Map(
  Object.entries(evidence.letters).map(([letter, points]) => [letter, new Map(Object.entries(points))]),
)

/** Points of every language that the script can carry, `hbs` for Serbian, Croatian, Bosnian and Montenegrin together. */
export function languagePoints(all: readonly string[], script: Script): Points {
  const words = sampleOf(all)
  const text = words.join(' ')
  const byLetters = letterPoints(text, Object.keys(evidence.scripts[script]))
  const byFranc = francPoints(text, script)
  const folded = words.map(fold)
  const bare = script === 'Latn' && (text.match(/[^\sa-z]/gu)?.length ?? 0) < text.length * BARE
  const points: Points = {}
  for (const code of Object.keys(evidence.scripts[script])) {
    const list = lists.get(code)
    const found = bare || code === 'hbs' ? hits(folded, list?.folded) : hits(words, list?.exact)
    const byWords = found / Math.max(FEWEST_WORDS, words.length)
    const franc = byFranc.get(code) ?? 0
    points[code] = LETTER_WEIGHT * (byLetters[code] ?? 0) + WORD_WEIGHT * byWords + FRANC_WEIGHT * franc ** 2
  }
  return points
}

function sampleOf(words: readonly string[]): readonly string[] {
  const step = Math.ceil(words.length / SAMPLE)
  return step > 1 ? words.filter((_, i) => i % step === 0) : words
}

/** A letter speaks for the languages that have it, and against those that lack it. */
function letterPoints(text: string, codes: readonly string[]): Points {
  const points: Points = {}
  let total = 0
  for (const letter of text) {
    if (letter === ' ') continue
    total++
    const own = letters.get(letter)
    if (own) for (const code of codes) points[code] = (points[code] ?? 0) + (own.get(code) ?? LACKED)
  }
  for (const code of Object.keys(points)) points[code] = (points[code] ?? 0) / Math.max(FEWEST_LETTERS, total)
  return points
}

const hits = (words: readonly string[], list: ReadonlySet<string> | undefined): number =>
  words.filter((word) => list?.has(word)).length

/** What franc says, 0–1 for each language, asked only for those of the script. */
function francPoints(text: string, script: Script): ReadonlyMap<string, number> {
  const codes = Object.entries(evidence.scripts[script])
  const only = codes.flatMap(([, names]) => names)
  const answers = new Map(francAll(text.slice(0, FRANC_SAMPLE), { only, minLength: 3 }))
  return new Map(codes.map(([code, names]) => [code, Math.max(...names.map((name) => answers.get(name) ?? 0))]))
}
