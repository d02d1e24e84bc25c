import type { Locale } from '../../locales/index.ts'
import { type Doc, inOrder } from '../../text/index.ts'
import type { Extractor, Found } from '../extractor.ts'
import { type Told, toldOf } from './apposed.ts'
import { cuesOf } from './cues.ts'
import { type Derived, derived } from './derived.ts'
import { isGathering } from './gathering.ts'
import { guard, type Sighted } from './guard.ts'
import { hintsOf } from './hints.ts'
import { wordsOf } from './lists.ts'
import { mastheadPlace } from './masthead.ts'
import { misspelt } from './misspelt.ts'
import { namesOf } from './names.ts'
import { resolve } from './resolve.ts'
import { subjectsOf } from './role.ts'
import { lookUp, type Scene } from './scene.ts'
import { withShort } from './shortened.ts'
import { type Sighting, sightingsIn } from './sighting.ts'
import { listedUnits } from './units.ts'
import { verdictOf } from './verdict.ts'

/** Municipalities, powiats and voivodeships that a text names, and which of them it is about. */
export const municipalities: Extractor<'municipalities'> = {
  dimension: 'municipalities',
  extract(doc, locale): Found<'municipalities'>[] {
    const words = wordsOf(locale)
    const found = lookUp(doc, words)
    const { sighted, told } = sightedIn(doc, locale, found)
    const resolved = resolve(doc, guard(doc, sighted, words), { words, told, bodies: found.bodies.hits })
    const made = derived(doc, resolved, { words, found })
    const hints = hintsOf(doc, resolved, { locale, found })
    const signs = {
      bodies: found.bodies.hits,
      local: words.local.find(doc).filter((hit) => hit.id !== 'capital' || doc.tokens[hit.first]?.capital),
      derived: made,
      hints,
      masthead: mastheadPlace(doc, resolved, words),
      gathering: isGathering(doc, words),
    }
    const subjects = subjectsOf(resolved, signs, words)
    const named = resolved.map((one) => ({ ...one.sighting, place: one.place, verdict: verdictOf(one) }))
    return [...named, ...made, ...hints.filter(({ place }) => subjects.has(place.id))]
      .sort(inOrder)
      .map((word) => mentionOf(word, subjects))
  },
}

/** Names in a text with what stands around them, in reading order, and what it tells of where they lie. */
function sightedIn(
  doc: Doc,
  locale: Locale,
  found: Scene['found'],
): { sighted: Sighted[]; told: ReadonlyMap<Sighting, Told> } {
  const [words, names] = [wordsOf(locale), namesOf(locale)]
  const spelt = [
    ...sightingsIn(doc, names, { soft: words.soft, plans: found.plans.hits }),
    ...listedUnits(doc, names, words.joints),
  ].sort(inOrder)
  const damaged = misspelt(doc, { names, words, spelt, heads: found.heads })
  const full = [...spelt, ...damaged].sort(inOrder)
  const told = toldOf(doc, full, words)
  const sightings = withShort(doc, full, { words, found, told })
  const cues = cuesOf(doc, sightings, { words, found })
  const sighted = sightings.flatMap((sighting, i) => {
    const own = cues[i]
    return own ? [{ sighting, cues: own }] : []
  })
  return { sighted, told }
}

/** Words that speak of a place, and by which rule. */
type Word = Pick<Derived, 'start' | 'end' | 'place' | 'verdict'>

const mentionOf = ({ start, end, place, verdict }: Word, subjects: ReadonlySet<string>): Found<'municipalities'> => ({
  start,
  end,
  dimension: 'municipalities',
  value: {
    id: place.id,
    country: place.country,
    name: place.name,
    role: subjects.has(place.id) ? 'subject' : 'mentioned',
  },
  ...verdict,
})
