import { isUnit, type Place } from '../../gazetteer/index.ts'
import { at, blockAt, type Doc, fold, type Span, type Token } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import type { Words } from './lists.ts'
import type { Resolved } from './resolve.ts'
import type { Scene } from './scene.ts'
import { endOfOpening } from './shape.ts'
import { isSilent } from './sighting.ts'

/** Words made of a place's name, as evidence for the place. */
export interface Derived extends Span {
  readonly place: Place
  readonly titled: boolean
  readonly early: boolean
  /** A local body follows: `loznički Centar za socijalni rad`. */
  readonly body: boolean
  readonly verdict: Pick<Found<'municipalities'>, 'rule' | 'confidence' | 'because'>
}

/** Mentions of one place that are kept: a strategy says "zaječarski" a hundred times. */
const MOST = 5
const KEY = 3
/** Names of inhabitants are long words: rudzianie, chorzowian. */
const LONG = 7

/** The part of a place's name that its adjectives share: `zajeca`. */
export interface Stem {
  readonly stem: string
  readonly place: Place
}

/**
 * Adjectives and names of inhabitants made of the names that the text gives in full: `zaječarski`, `rudzki`,
 * `Nišlije`, `stalowowolanie`. They prove nothing alone, since several towns can share one.
 */
export function derived(
  doc: Doc,
  resolved: readonly Resolved[],
  { words, found }: Pick<Scene, 'words' | 'found'>,
): Derived[] {
  const opening = endOfOpening(doc)
  const stems = Map.groupBy(stemsOf(resolved, words), ({ stem }) => stem.slice(0, KEY))
  const seen = resolved.map(({ sighting }) => sighting)
  const counts = new Map<Place, number>()
  return doc.tokens.flatMap((token) => {
    const match = stems.get(token.form.slice(0, KEY))?.find((stem) => isDerived(token, stem, words))
    if (!match || isSilent(doc, token) || at(seen, token.start)) return []
    const count = (counts.get(match.place) ?? 0) + 1
    counts.set(match.place, count)
    if (count > MOST) return []
    const verdict = {
      rule: 'municipality/derived',
      confidence: 0.7,
      because: `made of the name ${match.place.name}, which the text gives`,
    }
    const { start, end } = token
    const titled = blockAt(doc, start)?.kind === 'title'
    const next = token.index + 1
    const body = found.bodies.ahead.has(next) || found.institutions.ahead.has(next)
    return [{ start, end, place: match.place, titled, early: start < opening, body, verdict }]
  })
}

/**
 * `zajecar` + `sk` + `i`: up to three letters may change between stem and suffix, up to four follow, and the suffix may
 * swallow the stem's last (`nis` + `ki`). A stem of three letters changes less: `boracki` is no word of Bor.
 */
export function isDerived({ form, capital }: Token, { stem }: Stem, { adjectives, inhabitants }: Words): boolean {
  if (!form.startsWith(stem)) return false
  const rest = form.slice(stem.length - 1)
  const most = stem.length > KEY ? 3 : 0
  const holds = (suffix: string, changed: number): boolean => {
    const from = rest.indexOf(suffix)
    return from >= 0 && from - 1 <= changed && rest.length - from - suffix.length <= 4
  }
  return (
    adjectives.some((suffix) => holds(suffix, most)) ||
    ((capital || form.length >= LONG) && inhabitants.some((suffix) => holds(suffix, Math.max(1, most))))
  )
}

/** Stems without the letters that suffixes change; of a name of two words joined by -o-: Velika Plana → velikoplan. */
export function stemsOf(resolved: readonly Resolved[], { openers }: Words): Stem[] {
  const places = new Set(resolved.filter(({ place }) => !isUnit(place)).map(({ place }) => place))
  return [...places].flatMap((place) => {
    const parts = place.name.split(/[\s-]+/u).map((word) => fold(word).replace(/[aeiouy]+$/u, ''))
    const [first = '', second = ''] = parts
    const single = openers.has(fold(place.name.split(/[\s-]+/u)[0] ?? '')) ? [] : [cut(first)]
    return [...single, ...fleeting(first), ...(second ? [`${first}o${cut(second)}`] : [])]
      .filter((stem) => stem.length >= KEY)
      .map((stem) => ({ stem, place }))
  })
}

/** Drops what suffixes change: `rudz|ki` of Ruda, `chorzow|ski`, `nis|lija`, `wałbrzy|ski` of Wałbrzych. */
function cut(stem: string): string {
  if (stem.length <= KEY + 1) return stem
  return stem.slice(0, stem.length > KEY + 2 && stem.endsWith('ch') ? -2 : -1)
}

/** A vowel comes and goes between the consonants: `uste|cki` of Ustka, `svilajn|čani` of Svilajnac. */
function fleeting(stem: string): string[] {
  if (stem.length === KEY + 1 && /[^aeiouy]k$/u.test(stem)) return [`${stem.slice(0, -1)}e`]
  return /(?:a|i?e)c$/u.test(stem) ? [stem.replace(/(?:a|i?e)c$/u, '')] : []
}
