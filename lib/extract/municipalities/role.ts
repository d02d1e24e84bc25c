import type { Place } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import type { Derived } from './derived.ts'
import type { Words } from './lists.ts'
import { type Author, derivedPoints, isSection, pointsOf } from './points.ts'
import type { Resolved } from './resolve.ts'

/** Points below which a place is only mentioned: two bare names in a national text are no subject. */
const ENOUGH = 2.5
/** Another subject needs this share of the first one's points. */
const SHARE = 0.55
/** With so large a share of the first one's points a place is its rival. */
const RIVAL = 0.8
/** Places with a section, an item or a row of their own from which a text is an overview. */
const OVERVIEW = 3
/** What each further mention adds of its points: what a title says need not be repeated. */
const REPEAT = 0.6
/** Points for each word of a municipality that the text does not name (`burmistrz`, `Opština daje`), and their most. */
const LOCAL = 0.5
const LOCALS = 1.5
/** Points of the only place that a text speaks of: where the report comes from, behind a head word, beside words of its own. */
const ALONE = { agency: 1.5, headed: 1, local: 1 }
/** Below it another place is a neighbour or a way there, and leaves a place alone. */
const BESIDES = 1
/** Points for the one place that the page names above the article: `KIKINDSKI GLAS`. */
const MASTHEAD = 1

/** What speaks for the subjects of a document beside the names themselves. */
export interface Signs {
  /** Bodies and officials of the text, with a place's name or without. */
  readonly bodies: readonly Hit[]
  /** Words with which it speaks of its own municipality. */
  readonly local: readonly Hit[]
  readonly derived: readonly Derived[]
  readonly masthead: Place | undefined
}

interface Standing {
  readonly place: Place
  readonly points: number
  /** It stands in the title or in the title of a plan. */
  readonly titled: boolean
  /** The text names it at its beginning, and more than once. */
  readonly kept: boolean
  /** A report comes from there; a head word or a body stands before it. */
  readonly agency: boolean
  readonly headed: boolean
  /** It opens an item, a row or a section of its own. */
  readonly opens: boolean
  readonly mentions: number
  /** The chains of names in which it stands. */
  readonly chains: ReadonlySet<number>
}

/**
 * Ids of the places that a document is about. The title, plans and bodies of a place, head words, headings, the first
 * paragraphs, frequency, words made of its name and the page's own name speak for it; neighbours, partners and seats
 * hardly count. Places named together with the first, and places with a section each in an overview, are subjects too;
 * a voivodeship never is, a powiat only by its own plan, title or bodies, and then its gminas are not.
 */
export function subjectsOf(resolved: readonly Resolved[], signs: Signs, words: Words): ReadonlySet<string> {
  const { bodies, local } = signs
  const author = { county: bodies.some(({ id }) => id === 'county') }
  const locals = local.length + bodies.filter(({ id }) => words.types.get(id)?.length).length
  const standings = [...Map.groupBy(resolved, ({ place }) => place)]
    .map(([place, mentions]) => standingOf(place, mentions, { signs, author }))
    .map((standing, _, all) => (isAlone(standing, all, words) ? raised(standing, signs) : standing))
    .sort((a, b) => b.points - a.points)
  const [top] = standings
  if (!top || top.place.type === 'voivodeship') return new Set()
  const overview = standings.filter(({ opens, points }) => opens && points >= top.points * SHARE)
  if (overview.length >= OVERVIEW) return ids(overview)
  if (top.points + Math.min(LOCALS, locals * LOCAL) < ENOUGH || hasRival(top, standings)) return new Set()
  return ids([top, ...standings.filter((standing) => standing !== top && isBeside(standing, top))])
}

const ids = (standings: readonly Standing[]): Set<string> => new Set(standings.map(({ place }) => place.id))

/** Does the text speak of no other place? Of the seat of the state any text may speak. */
function isAlone(standing: Standing, standings: readonly Standing[], words: Words): boolean {
  if (words.seats.has(standing.place.name)) return false
  return standings.every(
    (other) =>
      other.points < BESIDES ||
      other === standing ||
      isRelated(other.place, standing.place) ||
      (standing.headed && !other.chains.isDisjointFrom(standing.chains)),
  )
}

function raised(standing: Standing, { local }: Signs): Standing {
  const { agency, headed, points } = standing
  const own = local.some(({ id }) => id === 'own')
  const more = agency ? ALONE.agency : headed ? ALONE.headed : own ? ALONE.local : 0
  return { ...standing, points: points + more }
}

const isRelated = (a: Place, b: Place): boolean => a.parent === b.id || b.parent === a.id

/** Does the text name the first only once, and another apart from it as well? Then both are examples of something else. */
function hasRival(top: Standing, standings: readonly Standing[]): boolean {
  if (top.mentions > 1 || top.titled) return false
  return standings.some(
    (other) => other !== top && other.points >= top.points * RIVAL && other.chains.isDisjointFrom(top.chains),
  )
}

function isBeside({ place, points, titled, kept, chains }: Standing, top: Standing): boolean {
  const isUnit = place.type === 'county' || place.type === 'voivodeship'
  const isEqual = titled || kept || !chains.isDisjointFrom(top.chains)
  return isEqual && !isRelated(place, top.place) && !isUnit && points >= ENOUGH && points >= top.points * SHARE
}

function standingOf(
  place: Place,
  mentions: readonly Resolved[],
  { signs, author }: { readonly signs: Signs; readonly author: Author },
): Standing {
  const worth = mentions.map((mention) => pointsOf(mention, author)).sort((a, b) => b - a)
  const named = worth.reduce((sum, value, i) => sum + value * (i < 2 ? 1 : REPEAT ** Math.min(i - 1, 5)), 0)
  const near = mentions
    .map(({ cues }) => cues)
    .filter(({ elsewhere, dateline }) => elsewhere === undefined && !dateline)
  return {
    place,
    points:
      named +
      derivedPoints(signs.derived.filter((word) => word.place === place)) +
      (signs.masthead === place ? MASTHEAD : 0),
    titled: near.some(({ block, plan, where }) => !where && (block?.kind === 'title' || plan !== undefined)),
    kept: near.length > 1 && near.some(({ early, where }) => early && !where),
    agency: mentions.some(({ cues }) => cues.agency),
    headed: near.some(({ head, body, where }) => head !== undefined || (body !== undefined && !where)),
    opens: near.some(({ opens, block }) => opens && isSection(block)),
    mentions: mentions.length,
    chains: new Set(near.map(({ chain }) => chain)),
  }
}
