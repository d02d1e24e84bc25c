import { fold } from '../text/index.ts'
import { evidence, type Markers, markersOf, type Points } from './evidence.ts'
import type { Script } from './script.ts'

const markers: Markers = markersOf(evidence.varieties)
const LONGEST_PREFIX = Math.max(...[...markers.prefixes.keys()].map((prefix) => prefix.length))
/** So many markers settle the question: more of them count by their proportion only. */
const ENOUGH = 12
/** Where nothing speaks: most documents that reach stratlas in these languages are Serbian. */
const PRIOR: Points = { sr: 0.8, hr: 0.2, bs: -0.3, cnr: -0.4 }
const IN_CYRILLIC = ['sr', 'cnr']

/** Points of Serbian, Croatian, Bosnian and Montenegrin for a text in one of them. In Cyrillic it is one of two. */
export function varietyPoints(words: readonly string[], script: Script): Points {
  const sums: Points = {}
  let found = 0
  for (const word of words) {
    const points = byLetter(word) ?? byWord(fold(word))
    if (!points) continue
    found++
    for (const [code, each] of Object.entries(points)) sums[code] = (sums[code] ?? 0) + each
  }
  const scale = found > ENOUGH ? ENOUGH / found : 1
  const codes = script === 'Cyrl' ? IN_CYRILLIC : Object.keys(PRIOR)
  return Object.fromEntries(codes.map((code) => [code, (PRIOR[code] ?? 0) + (sums[code] ?? 0) * scale]))
}

/** The points of a letter in the word that one variety alone has. */
function byLetter(word: string): Points | undefined {
  for (const [letter, points] of markers.letters) if (word.includes(letter)) return points
  return undefined
}

/** The points of a folded word: its own, else those of its longest listed beginning, else of a pattern in it. */
function byWord(word: string): Points | undefined {
  const own = markers.words.get(word)
  if (own) return own
  for (let length = Math.min(word.length, LONGEST_PREFIX); length > 1; length--) {
    const points = markers.prefixes.get(word.slice(0, length))
    if (points) return points
  }
  return markers.patterns.find(([pattern]) => pattern.test(word))?.[1]
}
