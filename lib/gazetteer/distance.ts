import type { Place } from './place.ts'

/** Kilometres of a degree of latitude, of a globe with a radius of 6,371 km. */
const DEGREE = 111.2

/**
 * Kilometres between the seats of two places as the crow flies, or undefined where one's coordinates are not known: on a flat
 * map, which errs by less than a kilometre in a hundred.
 */
export function distanceOf(a: Place, b: Place): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined
  const narrowing = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return DEGREE * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * narrowing)
}
