import { type Place, placeById } from '../../gazetteer/index.ts'

/** The voivodeship that a place lies in (`pl-24`); where there are none, its NUTS 3 region. */
export function regionOf(place: Place): string {
  for (let unit: Place | undefined = place; unit; unit = placeById(unit.parent ?? ''))
    if (unit.type === 'voivodeship') return unit.id
  return place.nuts3 ?? ''
}
