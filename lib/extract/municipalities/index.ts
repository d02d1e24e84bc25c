import { inOrder } from '../../text/index.ts'
import type { Extractor, Found } from '../extractor.ts'
import { cuesOf } from './cues.ts'
import { derived } from './derived.ts'
import { isForeign } from './foreign.ts'
import { guard } from './guard.ts'
import { hintsOf } from './hints.ts'
import { wordsOf } from './lists.ts'
import { mastheadPlace } from './masthead.ts'
import { misspelt } from './misspelt.ts'
import { namesOf } from './names.ts'
import { resolve } from './resolve.ts'
import { subjectsOf } from './role.ts'
import { verdictOf } from './say.ts'
import { lookUp } from './scene.ts'
import { withShort } from './shortened.ts'
import { sightingsIn } from './sighting.ts'
import { listedUnits } from './units.ts'

/** Municipalities, powiats and voivodeships that a text names, and which of them it is about. */
export const municipalities: Extractor<'municipalities'> = {
  dimension: 'municipalities',
  extract(doc, locale): Found<'municipalities'>[] {
    const words = wordsOf(locale)
    const names = namesOf(locale)
    const found = lookUp(doc, words)
    const spelt = [
      ...sightingsIn(doc, names, { soft: words.soft, plans: found.plans.hits }),
      ...listedUnits(doc, names, words.joints),
    ].sort(inOrder)
    const damaged = misspelt(doc, { names, words, spelt, heads: found.heads })
    const sightings = withShort(doc, [...spelt, ...damaged].sort(inOrder), { words, found })
    const cues = cuesOf(doc, sightings, { words, found })
    const sighted = sightings.flatMap((sighting, i) => {
      const own = cues[i]
      return own ? [{ sighting, cues: own }] : []
    })
    const all = resolve(doc, guard(doc, sighted, words), words)
    const made = derived(doc, all, { words, found })
    const signs = {
      bodies: found.bodies.hits,
      local: words.local.find(doc).filter((hit) => hit.id !== 'capital' || doc.tokens[hit.first]?.capital),
      derived: made,
      hints: hintsOf(doc, all, { locale, found }),
      masthead: mastheadPlace(doc, all, words),
      foreign: isForeign(doc, words),
    }
    const subjects = subjectsOf(all, signs, words)
    return [
      ...all.map((one) => ({ ...one.sighting, place: one.place, verdict: verdictOf(one) })),
      ...made,
      ...signs.hints.filter(({ place }) => subjects.has(place.id)),
    ]
      .sort(inOrder)
      .map(({ start, end, place, verdict }) => ({
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
      }))
  },
}
