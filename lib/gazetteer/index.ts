import pl from '../data/places-pl.json' with { type: 'json' }
import rs from '../data/places-rs.json' with { type: 'json' }
import { fold } from '../text/index.ts'
import type { Place, PlaceRow } from './place.ts'

export { distanceOf } from './distance.ts'
export { isUnit, PLACE_TYPES, type Place, type PlaceType } from './place.ts'

/** Compiled rows by country. A country is decoded when it is first asked for. */
const sources: Readonly<Record<string, unknown>> = { RS: rs, PL: pl }

/** Countries whose municipalities are known, ISO 3166-1. */
export const COUNTRIES: readonly string[] = Object.keys(sources)

interface Gazetteer {
  readonly places: readonly Place[]
  readonly byId: ReadonlyMap<string, Place>
  /** Made when a place is first looked for by name. */
  byName?: ReadonlyMap<string, readonly Place[]>
}

const decoded = new Map<string, Gazetteer>()

function gazetteer(country: string): Gazetteer {
  const known = decoded.get(country)
  if (known) return known
  const places = ((sources[country] ?? []) as readonly PlaceRow[]).map((row) => placeOf(country, row))
  const made = { places, byId: new Map(places.map((place) => [place.id, place])) }
  decoded.set(country, made)
  return made
}

function byName(country: string): ReadonlyMap<string, readonly Place[]> {
  const known = gazetteer(country)
  known.byName ??= indexOf(known.places)
  return known.byName
}

function indexOf(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>()
  for (const place of places)
    for (const key of new Set([place.name, ...place.also].flatMap(keysOf)))
      index.set(key, [...(index.get(key) ?? []), place])
  return index
}

function placeOf(country: string, [code, name, type, nuts3, population, parent, lat, lon, ...also]: PlaceRow): Place {
  const prefix = `${country.toLowerCase()}-`
  return {
    id: prefix + code,
    country,
    name,
    type,
    population,
    ...(parent && { parent: prefix + parent }),
    ...(nuts3 && { nuts3 }),
    ...(lat !== null && lon !== null && { lat, lon }),
    also,
  }
}

/** Folded look-up keys of a name; `đ` is also typed as a bare d: Inđija → indjija, indija. */
function keysOf(name: string): string[] {
  const key = keyOf(name)
  return /đ/iu.test(name) ? [key, keyOf(name.replace(/đ/giu, 'd'))] : [key]
}

const keyOf = (name: string): string => fold(name.trim()).replace(/[\s-]+/gu, ' ')

/** Every place of a country, in the order of its codes; none for a country that the gazetteer lacks. */
export const placesOf = (country: string): readonly Place[] => gazetteer(country).places

/** The place with this id, e.g. `rs-70955`, `pl-2463`, or undefined. */
export function placeById(id: string): Place | undefined {
  return gazetteer(id.slice(0, 2).toUpperCase()).byId.get(id)
}

/**
 * Places that bear this name, the largest first: `Požega`, `Пожега`, `pozega` give rs-70955; `Świdnica` gives three
 * gminas. The name in the nominative; a powiat as `powiat rudzki`.
 */
export function placesNamed(name: string): Place[] {
  const key = keyOf(name)
  return COUNTRIES.flatMap((country) => byName(country).get(key) ?? []).sort(bySize)
}

/** Places with a name that begins like this, or with a word of it that does, the largest first: `pal` → Bačka Palanka, … */
export function searchPlaces(prefix: string, limit = 20): Place[] {
  const key = keyOf(prefix)
  if (!key) return []
  const names = COUNTRIES.flatMap((country) => [...byName(country)])
  const placesWhere = (fits: (name: string) => boolean): Place[] =>
    names.flatMap(([name, places]) => (fits(name) ? places : [])).sort(bySize)
  const starting = placesWhere((name) => name.startsWith(key))
  return [...new Set([...starting, ...placesWhere((name) => name.includes(` ${key}`))])].slice(0, limit)
}

const bySize = (a: Place, b: Place): number => b.population - a.population
