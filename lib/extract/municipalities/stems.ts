import { type Place, placeById, placesOf } from '../../gazetteer/index.ts'
import type { Locale } from '../../locales/index.ts'
import { type Epithets, wordsOf } from './lists.ts'
import { latin } from './spelling.ts'

/** Stems of the words that rules make of names of places, with the ids of those that they speak of. */
export interface Stems {
  /** `gorzowsk` */
  readonly adjectives: Readonly<Record<string, readonly string[]>>
  /** `gorzowian` */
  readonly inhabitants: Readonly<Record<string, readonly string[]>>
  /** Of the adjectives that name a powiat. */
  readonly units: Readonly<Record<string, readonly string[]>>
  /** The powiat that is named after a town. */
  readonly seats: Readonly<Record<string, string>>
}

/** Letters that the adjective of a powiat shares with the name of its seat. */
const SHARED = 3
const SHORTEST = 4

/** Adjectives and names of inhabitants of all places of a language's countries, made by rule. */
export function stemsOf(locale: Locale): Stems {
  const { epithets } = wordsOf(locale)
  const places = locale.countries.flatMap(placesOf)
  const towns = places.filter(({ type }) => type !== 'county' && type !== 'city-county' && type !== 'voivodeship')
  const bases = towns.map((town) => [town, basesOf(town, locale)] as const)
  const adjectives = madeOf(bases, epithets.adjectives)
  const inhabitants = madeOf(bases, epithets.inhabitants)
  const units = new Map<string, string[]>()
  const seats = new Map<string, string>()
  for (const { unit, stem, seat } of unitsIn(places, towns, epithets)) {
    add(units, stem, unit)
    if (!seat) continue
    add(adjectives, stem, seat)
    seats.set(seat.id, unit.id)
  }
  const regions = places.filter(({ type }) => type === 'voivodeship').map((region) => stemOf(region, epithets))
  for (const stem of [...regions, ...epithets.not.map(latin)]) {
    adjectives.delete(stem)
    units.delete(stem)
  }
  return {
    adjectives: Object.fromEntries(adjectives),
    inhabitants: Object.fromEntries(inhabitants),
    units: Object.fromEntries(units),
    seats: Object.fromEntries(seats),
  }
}

/** The words that rules make of the bases of towns, by their stems. */
function madeOf(
  towns: readonly (readonly [Place, readonly string[]])[],
  rules: Epithets['adjectives'],
): Map<string, string[]> {
  const index = new Map<string, string[]>()
  const longest = Math.max(0, ...[...rules.keys()].map(({ length }) => length))
  for (const [town, bases] of towns)
    for (const base of bases) for (const stem of made(base, rules, longest)) add(index, stem, town)
  return index
}

interface Unit {
  readonly unit: Place
  /** `kościańsk` */
  readonly stem: string
  /** The town that it is named after. */
  readonly seat: Place | undefined
}

/** The powiats whose name is an adjective, with its stem. */
function unitsIn(places: readonly Place[], towns: readonly Place[], epithets: Epithets): Unit[] {
  const urban = towns.filter(({ type }) => type !== 'rural')
  const inside = Map.groupBy(urban, ({ parent }) => parent)
  const around = Map.groupBy(urban, ({ parent }) => parent && placeById(parent)?.parent)
  return places
    .filter(({ type }) => type === 'county')
    .flatMap((unit) => {
      const stem = stemOf(unit, epithets)
      const seat = stem ? seatOf(stem, inside.get(unit.id) ?? [], around.get(unit.parent) ?? []) : undefined
      return stem ? [{ unit, stem, seat }] : []
    })
}

function add(index: Map<string, string[]>, stem: string, { id }: Place): void {
  const known = index.get(stem)
  if (!known) index.set(stem, [id])
  else if (!known.includes(id)) known.push(id)
}

/** What endings are put to: `valjevo`; of two words both in one, and in Polish the first: `novopazar`, `gorzów`. */
function basesOf({ name }: Place, locale: Locale): string[] {
  const [first = '', ...rest] = name.split(/[\s-]+/u).map(latin)
  if (!rest.length) return [first]
  const joined = `${first.replace(/[aeiouy]$/u, '')}o${rest.join('')}`
  const { openers, epithets } = wordsOf(locale)
  return epithets.firstWord && !openers.has(first) ? [first, joined] : [joined]
}

/** By the rule for the longest ending that a base has, of at most so many letters. */
function made(base: string, rules: Epithets['adjectives'], longest: number): string[] {
  for (let length = Math.min(longest, base.length); length >= 0; length--) {
    const stems = rules.get(base.slice(base.length - length))
    if (stems) return stems.map((stem) => base.slice(0, base.length - length) + stem).filter(isLong)
  }
  return []
}

const isLong = (stem: string): boolean => stem.length >= SHORTEST

/** `kościańsk` of powiat kościański; nothing of `powiat warszawski zachodni`. */
function stemOf({ name }: Place, { adjectiveEndings }: Epithets): string {
  const [, adjective = '', more] = name.split(' ').map(latin)
  const ending = adjectiveEndings.find((one) => adjective.endsWith(one))
  return more || !ending ? '' : adjective.slice(0, -ending.length)
}

/**
 * The town whose name a powiat's adjective is made of: the largest of those in the powiat, or else beside it, that
 * share its beginning.
 */
function seatOf(stem: string, ...towns: readonly (readonly Place[])[]): Place | undefined {
  const beginning = stem.slice(0, SHARED)
  for (const some of towns) {
    const alike = some.filter(({ name }) => latin(name).startsWith(beginning))
    if (alike.length) return alike.toSorted((a, b) => b.population - a.population)[0]
  }
  return undefined
}
