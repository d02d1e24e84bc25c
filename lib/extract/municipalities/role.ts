import type { Place } from '../../gazetteer/index.ts'
import type { Resolved } from './resolve.ts'

/** Points for what makes a place the subject of a document. */
const POINTS = {
  title: 4,
  heading: 1.5,
  section: 1,
  plan: 3,
  body: 2,
  head: 1,
  early: 1,
  name: 1,
  away: 0.2,
  repeat: 0.6,
}
/** Blocks from the start in which news says what it is about. */
const EARLY = 4
/** Below this a place is only mentioned: two bare names in a national text are no subject. */
const ENOUGH = 2.5
/** Another subject needs this share of the first one's points. */
const SHARE = 0.55
/** Places with a section, an item or a row of their own from which a text is an overview. */
const OVERVIEW = 3

interface Standing {
  readonly place: Place
  readonly points: number
  /** It stands in the title, or in the title of a plan. */
  readonly titled: boolean
  /** It opens an item, a row or a section of its own. */
  readonly opens: boolean
}

/**
 * Ids of the places that a document is about. The title, plans and bodies of a place, head words, headings, the first
 * blocks and frequency speak for it; neighbours, partners and seats hardly count. Places named together with the first
 * in a title, and places with a section each in an overview, are subjects too; a voivodeship never is, a powiat only
 * by its own plan, title or body, and then its gminas are not.
 */
export function subjectsOf(resolved: readonly Resolved[]): ReadonlySet<string> {
  const standings = [...Map.groupBy(resolved, ({ place }) => place).entries()]
    .map(([place, mentions]) => standingOf(place, mentions))
    .filter(({ place }) => place.type !== 'voivodeship')
    .sort((a, b) => b.points - a.points)
  const [top] = standings
  if (!top) return new Set()
  const overview = standings.filter(({ opens, points }) => opens && points >= top.points * SHARE)
  if (overview.length >= OVERVIEW) return ids(overview)
  if (top.points < ENOUGH) return new Set()
  const beside = standings.filter((standing) => standing !== top && isBeside(standing, top))
  return ids([top, ...beside])
}

const ids = (standings: readonly Standing[]): Set<string> => new Set(standings.map(({ place }) => place.id))

function isBeside(standing: Standing, top: Standing): boolean {
  if (standing.points < ENOUGH || standing.points < top.points * SHARE || !standing.titled) return false
  const related = standing.place.parent === top.place.id || top.place.parent === standing.place.id
  return !related && standing.place.type !== 'county'
}

function standingOf(place: Place, mentions: readonly Resolved[]): Standing {
  const worth = mentions.map((mention) => pointsOf(mention)).sort((a, b) => b - a)
  // What is said once in a title need not be said again: repetition counts ever less.
  const points = worth.reduce((sum, value, i) => sum + value * (i < 2 ? 1 : POINTS.repeat ** Math.min(i - 1, 5)), 0)
  const near = mentions.filter(({ cues }) => !cues.elsewhere)
  return {
    place,
    points,
    titled: near.some(
      ({ cues }) =>
        !cues.dateline &&
        (cues.block?.kind === 'title' || cues.plan !== undefined || (cues.block?.index ?? EARLY) < EARLY),
    ),
    opens: near.some(({ cues }) => cues.opens && !cues.dateline && isSection(cues.block?.kind)),
  }
}

const isSection = (kind: string | undefined): boolean => kind === 'item' || kind === 'row' || kind === 'heading'

function pointsOf({ cues, place }: Resolved): number {
  if (cues.elsewhere !== undefined) return POINTS.away
  if (cues.dateline) return POINTS.name
  const county = place.type === 'county'
  const { block } = cues
  const own = cues.plan !== undefined || cues.body !== undefined || block?.kind === 'title'
  if (county && !own) return POINTS.away
  let points = POINTS.name
  if (block?.kind === 'title') points += POINTS.title
  else if (block?.kind === 'heading') points += POINTS.heading
  if (cues.opens && isSection(block?.kind)) points += POINTS.section
  if (cues.plan !== undefined && (cues.head !== undefined || county)) points += POINTS.plan
  if (cues.body !== undefined) points += POINTS.body
  else if (cues.head !== undefined || county) points += POINTS.head
  if (block && block.index < EARLY) points += POINTS.early
  return points
}
