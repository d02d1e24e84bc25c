import type { Place } from '../../gazetteer/index.ts'
import type { Words } from './lists.ts'
import { isRelated, type Signs, type Standing } from './standing.ts'

/** Points of the hints at one place, at most; and of what stands in the only place of a text, or is its ground. */
const HINTS = 4
const GROUND = 1.5

/** Places with what only hints at them: words made of their names, offices of powiats in their seats, ground and institutions. */
export function hinted(standings: readonly Standing[], { hints }: Signs, words: Words): Standing[] {
  const groups = Map.groupBy(hints, ({ place }) => place)
  const named = new Set(standings.map(({ place }) => place))
  const unnamed = [...groups.keys()].filter((place) => !named.has(place)).map(unnamedPlace)
  const all = [...standings, ...unnamed].map((standing) => {
    const own = groups.get(standing.place) ?? []
    const points = own.reduce((sum, hint) => sum + hint.points, 0)
    return {
      ...standing,
      points: standing.points + Math.min(HINTS, points),
      headed: standing.headed || own.some(({ body }) => body),
      mentions: standing.mentions + own.length,
    }
  })
  return all.map((standing) =>
    standing.ground && !words.seats.has(standing.place.name) && isOnly(standing, all)
      ? { ...standing, points: standing.points + GROUND }
      : standing,
  )
}

/** Does the text name no other place but as a neighbour or a way there? */
const isOnly = (standing: Standing, all: readonly Standing[]): boolean =>
  all.every(
    (other) =>
      other === standing || other.far || other.place.type === 'voivodeship' || isRelated(other.place, standing.place),
  )

const unnamedPlace = (place: Place): Standing => ({
  place,
  points: 0,
  titled: false,
  made: false,
  kept: false,
  agency: false,
  headed: false,
  joined: false,
  governed: false,
  ground: false,
  far: false,
  opens: false,
  labels: false,
  reported: 0,
  passing: false,
  plain: false,
  mentions: 0,
  from: 0,
  chains: new Set(),
})
