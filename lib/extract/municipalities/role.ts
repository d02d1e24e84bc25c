import type { Place } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import type { Words } from './lists.ts'
import { type Author, EARLY, isSection, pointsOf } from './points.ts'
import type { Resolved } from './resolve.ts'

/** Points below which a place is only mentioned: two bare names in a national text are no subject. */
const ENOUGH = 2.5
/** Another subject needs this share of the first one's points. */
const SHARE = 0.55
/** Places with a section, an item or a row of their own from which a text is an overview. */
const OVERVIEW = 3
/** What each further mention adds of its points: what a title says need not be repeated. */
const REPEAT = 0.6
/** Points for each local official or council in the text (`burmistrz`, `opštinsko veće`), and their most. */
const OFFICIAL = 0.5
const OFFICIALS = 1.5

interface Standing {
  readonly place: Place
  readonly points: number
  /** It stands in the title, in the title of a plan or in the first blocks. */
  readonly titled: boolean
  /** It opens an item, a row or a section of its own. */
  readonly opens: boolean
}

/**
 * Ids of the places that a document is about. The title, plans and bodies of a place, head words, headings, the first
 * blocks and frequency speak for it; neighbours, partners and seats hardly count. Places named together with the first
 * in a title, and places with a section each in an overview, are subjects too; a voivodeship never is, a powiat only
 * by its own plan, title or bodies, and then its gminas are not.
 */
export function subjectsOf(resolved: readonly Resolved[], bodies: readonly Hit[], words: Words): ReadonlySet<string> {
  const author = { county: bodies.some(({ id }) => id === 'county') }
  const standings = [...Map.groupBy(resolved, ({ place }) => place).entries()]
    .map(([place, mentions]) => standingOf(place, mentions, author))
    .sort((a, b) => b.points - a.points)
  const [top] = standings
  if (!top || top.place.type === 'voivodeship') return new Set()
  const overview = standings.filter(({ opens, points }) => opens && points >= top.points * SHARE)
  if (overview.length >= OVERVIEW) return ids(overview)
  const officials = bodies.filter(({ id }) => words.types.get(id)?.length).length
  if (top.points + Math.min(OFFICIALS, officials * OFFICIAL) < ENOUGH) return new Set()
  return ids([top, ...standings.filter((standing) => standing !== top && isBeside(standing, top))])
}

const ids = (standings: readonly Standing[]): Set<string> => new Set(standings.map(({ place }) => place.id))

function isBeside({ place, points, titled }: Standing, top: Standing): boolean {
  const related = place.parent === top.place.id || top.place.parent === place.id
  const isUnit = place.type === 'county' || place.type === 'voivodeship'
  return titled && !related && !isUnit && points >= ENOUGH && points >= top.points * SHARE
}

function standingOf(place: Place, mentions: readonly Resolved[], author: Author): Standing {
  const worth = mentions.map((mention) => pointsOf(mention, author)).sort((a, b) => b - a)
  const points = worth.reduce((sum, value, i) => sum + value * (i < 2 ? 1 : REPEAT ** Math.min(i - 1, 5)), 0)
  const near = mentions
    .map(({ cues }) => cues)
    .filter(({ elsewhere, dateline }) => elsewhere === undefined && !dateline)
  return {
    place,
    points,
    titled: near.some(
      ({ block, plan, where }) =>
        !where && (block?.kind === 'title' || plan !== undefined || (block?.index ?? EARLY) < EARLY),
    ),
    opens: near.some(({ opens, block }) => opens && isSection(block)),
  }
}
