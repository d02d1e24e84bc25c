import { type Place, placeById } from '../../gazetteer/index.ts'
import { perLocale, stemsIn } from '../../locales/index.ts'
import { wordsOf } from './lists.ts'
import { latin } from './spelling.ts'
import { type Stems, stemsOf } from './stems.ts'

/** The places that words made of names speak of. */
export interface EpithetIndex {
  /** Names of inhabitants have a capital. */
  readonly capital: boolean
  /** `gorzowskie` → Gorzów Wielkopolski; undefined where several towns of a size share it, or a region does. */
  adjective(word: string): Place | undefined
  /** `kościańska` → powiat kościański. */
  unit(word: string): Place | undefined
  /** The powiat that is named after a town outside it: Tarnów → powiat tarnowski. */
  unitOf(seat: Place): Place | undefined
  /** `Kraljevčanima` → Kraljevo, `gorzowianie` → Gorzów Wielkopolski. */
  inhabitant(word: string): Place | undefined
}

/** So much larger than the next bearer a town is meant without another word. */
const DOMINANT = 4

/** Built once per language. */
export const epithetsOf = perLocale((locale): EpithetIndex => {
  const { epithets } = wordsOf(locale)
  const stems = (stemsIn(locale) as Stems | undefined) ?? stemsOf(locale)
  const adjectives = new Map(Object.entries(stems.adjectives))
  const units = new Map(Object.entries(stems.units))
  const inhabitants = new Map(Object.entries(stems.inhabitants))
  const seats = new Map(Object.entries(stems.seats))
  return {
    adjective: (word) => ownerOf(found(word, adjectives, epithets.adjectiveEndings), seats),
    unit: (word) => only(found(word, units, epithets.adjectiveEndings)),
    capital: epithets.capital,
    unitOf: ({ id }) => {
      const unit = seats.get(id)
      return unit === undefined ? undefined : placeById(unit)
    },
    inhabitant: (word) => foremost(found(word, inhabitants, epithets.inhabitantEndings)),
  }
})

/** Whose adjective it is. Of two towns the seat of the powiat has the better right to it: neither is meant beyond doubt. */
function ownerOf(named: readonly Place[], seats: ReadonlyMap<string, string>): Place | undefined {
  const place = foremost(named)
  const isSure = place && (seats.has(place.id) || !named.some((one) => seats.has(one.id) && one.name !== place.name))
  return isSure ? place : undefined
}

type Index = ReadonlyMap<string, readonly string[]>

function found(word: string, index: Index, endings: readonly string[]): readonly Place[] {
  const spelt = latin(word)
  return endings.flatMap((ending) => {
    const ids = spelt.endsWith(ending) ? index.get(spelt.slice(0, spelt.length - ending.length)) : undefined
    return ids?.flatMap((id) => placeById(id) ?? []) ?? []
  })
}

function foremost(places: readonly Place[]): Place | undefined {
  const towns = new Set(places.filter(({ type }) => type !== 'rural').map(({ name }) => name))
  const [first, second] = [...new Set(places)]
    .filter(({ type, name }) => type !== 'rural' || !towns.has(name))
    .sort((a, b) => b.population - a.population)
  return !second || (first && first.population >= second.population * DOMINANT) ? first : undefined
}

const only = (places: readonly Place[]): Place | undefined => (new Set(places).size === 1 ? places[0] : undefined)
