import { COUNTRIES, type Place, placesOf, searchPlaces } from '../gazetteer/index.ts'
import { fold } from '../text/index.ts'

/** Places whose name is at most so many letters away, by the length of what was asked for. */
const tolerance = (length: number): number => (length < 5 ? 1 : length < 9 ? 2 : 3)

/**
 * Places that someone may have meant by a name that none bears, at most `limit`: those with the very word, `Palanka` → Bačka
 * Palanka, and behind them the nearest, `Pozgea` → Požega.
 */
export function nearPlaces(name: string, limit = 5): Place[] {
  const wanted = fold(name.trim()).slice(0, 60)
  if (!wanted) return []
  const furthest = tolerance(wanted.length)
  const near = COUNTRIES.flatMap((country) => placesOf(country))
    .map((place) => ({ place, distance: distance(wanted, fold(place.name), furthest) }))
    .filter((candidate) => candidate.distance <= furthest)
    .sort((a, b) => a.distance - b.distance || b.place.population - a.place.population)
    .map(({ place }) => place)
  return [...new Set([...searchPlaces(wanted, limit), ...near])].slice(0, limit)
}

/** Levenshtein distance of two words; `furthest + 1` as soon as it must be more than `furthest`. */
function distance(a: string, b: string, furthest: number): number {
  if (Math.abs(a.length - b.length) > furthest) return furthest + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > furthest) return furthest + 1
    row = next
  }
  return row[b.length] ?? furthest + 1
}
