import { type MunicipalityRef, StratlasError } from '../contract/index.ts'
import { type Place, placeById, placesNamed } from '../gazetteer/index.ts'
import { nearPlaces } from './near.ts'

/**
 * The place that a parameter names: an id (`rs-70955`) or a name in any script, with or without diacritics (`Požega`,
 * `pozega`, `Пожега`). Throws MUNICIPALITY_UNKNOWN with the nearest names, or MUNICIPALITY_AMBIGUOUS with the ids to
 * choose from.
 */
export function resolvePlace(parameter: string): Place {
  const byId = placeById(parameter.trim().toLowerCase())
  if (byId) return byId
  const named = withoutSeats(placesNamed(parameter))
  const [place, ...others] = named
  if (!place) throw unknown(parameter)
  if (others.length === 0) return place
  throw new StratlasError(
    'MUNICIPALITY_AMBIGUOUS',
    `Several municipalities are called ${place.name}. Give the id of one: ${named.map(described).join(', ')}.`,
  )
}

/** A city with the rights of a county is in the register twice under one name: the municipality stands for both. */
const withoutSeats = (places: readonly Place[]): Place[] =>
  places.filter((place) => !places.some((other) => other.parent === place.id))

const described = ({ id, name, type }: Place): string => `${id} (${name}, ${type})`

function unknown(parameter: string): StratlasError {
  const near = nearPlaces(parameter).map(({ id, name }) => `${name} (${id})`)
  const hint = near.length ? ` Did you mean ${near.join(', ')}?` : ' Give its official name or id, e.g. rs-70955.'
  return new StratlasError('MUNICIPALITY_UNKNOWN', `No municipality is called "${parameter.slice(0, 80)}".${hint}`)
}

/** What replies say of a municipality; one that the gazetteer has lost keeps its id as its name. */
export function refOf(id: string, name: string = id): MunicipalityRef {
  const place = placeById(id)
  return { id, country: place?.country ?? id.slice(0, 2).toUpperCase(), name: place?.name ?? name }
}
