import likeness from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import type { Hit } from '../../locales/index.ts'
import { blockAt, type Doc, type Token } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Name, NameIndex } from './names.ts'
import type { Found } from './scene.ts'
import { isSilent, type Sighting } from './sighting.ts'

/** Jaro-Winkler likeness from which a damaged name is believed: `Zaiečar` and Zaječar have 0.92. */
const LIKE = 0.92
/** The best name must be so much more like the words than any other. */
const LEAD = 0.02
const SHORTEST = 6
/** Damaged names looked up in one document: a scan of a strategy repeats a few. */
const MOST = 40

interface Known {
  readonly names: NameIndex
  readonly words: Words
  readonly spelt: readonly Sighting[]
  /** Head words of the document: `opština`, `gmina`. */
  readonly heads: Found
}

/**
 * Names of one word that recognition or typing damaged. Only right behind a head word (`opštine Zaiečar`), only from
 * six letters, only where one name is clearly the nearest.
 */
export function misspelt(doc: Doc, { names, words, spelt, heads }: Known): Sighting[] {
  const taken = new Set(spelt.map(({ first }) => first))
  const tried = new Map<string, { name: Name; like: number } | undefined>()
  return heads.hits.flatMap((head) => {
    const token = doc.tokens[head.last]
    if (!token || taken.has(head.last) || heads.ahead.has(head.last) || !isCandidate(doc, { token, head, words }))
      return []
    if (!tried.has(token.form) && tried.size < MOST) tried.set(token.form, nearest(token.form, names))
    const found = tried.get(token.form)
    if (!found) return []
    const { start, end, form, index } = token
    return [{ start, end, first: index, last: index + 1, name: found.name, form, exact: true, likeness: found.like }]
  })
}

interface Candidate {
  readonly token: Token
  readonly head: Hit
  readonly words: Words
}

function isCandidate(doc: Doc, { token, head, words }: Candidate): boolean {
  const isAdjective = words.adjectives.some((ending) => token.form.slice(-5).includes(ending))
  return (
    token.capital &&
    token.form.length >= SHORTEST &&
    !isAdjective &&
    !isSilent(doc, token) &&
    blockAt(doc, head.start) === blockAt(doc, token.start) &&
    /^\s+$/u.test(doc.text.slice(head.end, token.start))
  )
}

/** The one name whose forms are most like the word, if one leads. Names that share its first letter and about its length. */
function nearest(form: string, { all }: NameIndex): { name: Name; like: number } | undefined {
  const best = new Map<Name, number>()
  for (const name of all) {
    const [word, more] = name.words
    if (!word || more || name.key[0] !== form[0]) continue
    for (const known of word.forms) {
      if (Math.abs(known.length - form.length) > 1) continue
      const like = likeness(known, form)
      if (like >= LIKE - LEAD) best.set(name, Math.max(like, best.get(name) ?? 0))
    }
  }
  const [first, second] = [...best].sort(([, a], [, b]) => b - a)
  if (!first || first[1] < LIKE || (second && first[1] - second[1] < LEAD)) return undefined
  return { name: first[0], like: first[1] }
}
