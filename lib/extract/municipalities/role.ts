import { isUnit, type Place, type PlaceType, placeById } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { fronted } from './fronted.ts'
import { hinted } from './hinted.ts'
import type { Hint } from './hints.ts'
import type { Words } from './lists.ts'
import type { Author } from './points.ts'
import type { Resolved } from './resolve.ts'
import { isRelated, type Signs, type Standing, standingOf } from './standing.ts'

/** Points below which a place is only mentioned: two bare names in a national text are no subject. */
const ENOUGH = 2.5
/** Another subject needs this share of the first one's points. */
const SHARE = 0.55
/** Less does for one that a head word names with it at the beginning: "opštine Vrnjačka Banja, Trstenik i Prokuplje". */
const JOINED = 0.3
/** With so large a share of the first one's points a place is its rival. */
const RIVAL = 0.8
/** Places with a section, an item or a row of their own from which a text is an overview. */
const OVERVIEW = 3
/** Points for each word of a municipality that the text does not name (`burmistrz`, `Opština daje`), and their most. */
const LOCAL = 0.5
const LOCALS = 1.5
/**
 * Points of the only place that a text speaks of: where the report comes from, behind a head word, beside words of its
 * own, with a word made of its name in the title.
 */
const ALONE = { agency: 1.5, headed: 1, local: 1, made: 0.5, plain: 0.5 }
/** Below it another place is a neighbour or a way there, and leaves a place alone. */
const BESIDES = 1

/**
 * Ids of the places that a document is about. The title, plans and bodies of a place, head words, headings, the first
 * paragraphs, frequency, words made of its name and the page's own name speak for it; neighbours, partners and seats
 * hardly count. Places named together with the first, and places with a section each in an overview, are subjects too;
 * a voivodeship never is, a powiat only by its own plan, title or bodies, and then its gminas are not.
 */
export function subjectsOf(resolved: readonly Resolved[], signs: Signs, words: Words): ReadonlySet<string> {
  const { bodies, local } = signs
  const author = { county: bodies.some(({ id }) => id === 'county') }
  const locals = [...local, ...bodies.filter(({ id }) => isMunicipal(words.types.get(id) ?? []))]
  const standings = (by: Author): Standing[] =>
    [...Map.groupBy(resolved, ({ place }) => place)].map(([place, mentions]) =>
      standingOf(place, mentions, { signs, author: by }),
    )
  const named = standings(author)
  const setting = { signs, locals, words }
  if (signs.gathering)
    return decide(
      named.filter(
        ({ place, governed, titled }) => governed || (titled && signs.derived.some((word) => word.place === place)),
      ),
      setting,
    )
  // What only hints at a place is asked where the names alone say nothing.
  const asNamed = decide(named, setting)
  if (asNamed.size === 0) {
    const asHinted = decide(hinted(standings({ county: true }), signs, words), setting)
    return asHinted.size === 0 ? fronted(resolved, words) : asHinted
  }
  const own = named.filter(({ place }) => asNamed.has(place.id))
  const isSure = asNamed.size === 1 && own.some(({ titled, kept }) => titled || kept)
  const opens = (hint: Hint): boolean => hint.early && own.every(({ from }) => hint.start < from)
  // "STAROSTA WĄBRZESKI informuje" outweighs the addresses below it, but no title.
  const isOpen = ({ issues }: Hint): boolean => !isSure || (issues === true && own.every(({ titled }) => !titled))
  const county = signs.hints.find((hint) => isOpen(hint) && opens(hint) && holds(hint.place, asNamed))
  return county ? new Set([county.place.id]) : asNamed
}

/**
 * Do places lie in a unit, all of them? Then a text that opens with an office of it is about the unit: "Rada Powiatu w
 * Augustowie".
 */
const holds = (unit: Place, places: ReadonlySet<string>): boolean =>
  [...places].every((id) => placeById(id)?.parent === unit.id)

const isMunicipal = (types: readonly PlaceType[]): boolean => types.length > 0 && !types.includes('county')

interface Setting {
  readonly signs: Signs
  /** Words of a municipality that the text does not name. */
  readonly locals: readonly Hit[]
  readonly words: Words
}

function decide(all: readonly Standing[], { signs, locals, words }: Setting): ReadonlySet<string> {
  const standings = all
    .map((standing) => (isAlone(standing, all, words) ? raised(standing, signs, words) : standing))
    .sort((a, b) => b.points - a.points)
  if (standings[0]?.place.type === 'voivodeship' && standings[0].titled) return new Set()
  const [top, ...rest] = standings.filter(({ place }) => place.type !== 'voivodeship')
  if (!top) return new Set()
  const reports = reportsIn([top, ...rest])
  if (reports.length > 0) return ids(reports)
  const overview = [top, ...rest].filter(({ opens, points }) => opens && points >= top.points * SHARE)
  if (overview.length >= OVERVIEW) return ids(overview)
  if (top.points + Math.min(LOCALS, localsOf(top, locals) * LOCAL) < ENOUGH || hasRival(top, rest)) return new Set()
  return ids([top, ...rest.filter((standing) => isBeside(standing, top))])
}

/** Places with a report or a labelled paragraph each, where a text tells of several so and its title names none. */
function reportsIn(standings: readonly Standing[]): readonly Standing[] {
  if (standings.some(({ titled }) => titled)) return []
  const labelled = standings.filter(({ labels }) => labels)
  if (labelled.length > 1) return labelled
  const reported = standings.filter(({ reported }) => reported > 0)
  return reported.length >= OVERVIEW ? reported : []
}

/**
 * "W Łukowie rozdano 50" at the end of a text of another town: the words of a municipality speak for a place that is named
 * before most of them.
 */
const localsOf = ({ from }: Standing, locals: readonly Hit[]): number => {
  const behind = locals.filter(({ start }) => start > from).length
  return behind * 2 >= locals.length ? locals.length : behind
}

const ids = (standings: readonly Standing[]): Set<string> => new Set(standings.map(({ place }) => place.id))

/** Does the text speak of no other place? Of the seat of the state any text may speak. */
function isAlone(standing: Standing, standings: readonly Standing[], words: Words): boolean {
  if (words.seats.has(standing.place.name)) return false
  return standings.every(
    (other) =>
      other.points < BESIDES ||
      other === standing ||
      // "ARANĐELOVAC – Obroke dobija 310 ljudi. … Hleb stiže iz pekare u Mladenovcu."
      (standing.reported > 0 && other.passing && other.from > standing.reported) ||
      isRelated(other.place, standing.place) ||
      (standing.headed && !other.chains.isDisjointFrom(standing.chains)),
  )
}

function raised(standing: Standing, { local }: Signs, words: Words): Standing {
  const { agency, headed, made, plain, points } = standing
  const own = local.some(({ id }) => id === 'own')
  // A river needs more than its name: "Warta i Narew też przekroczyły stany".
  const sure = plain && !words.common.has(fold(standing.place.name))
  const signs: readonly (readonly [boolean, number])[] = [
    [agency, ALONE.agency],
    [headed, ALONE.headed],
    [own, ALONE.local],
    [made, ALONE.made],
    [sure, ALONE.plain],
  ]
  const more = signs.find(([speaks]) => speaks)?.[1] ?? 0
  return { ...standing, points: points + more }
}

/** Does the text name the first only once, and another apart from it as well? Then both are examples of something else. */
function hasRival(top: Standing, standings: readonly Standing[]): boolean {
  if (top.mentions > 1 || top.titled) return false
  return standings.some(
    (other) =>
      other !== top &&
      !isRelated(other.place, top.place) &&
      other.place.name !== top.place.name &&
      other.points >= top.points * RIVAL &&
      other.chains.isDisjointFrom(top.chains),
  )
}

function isBeside({ place, points, titled, kept, chains, joined }: Standing, top: Standing): boolean {
  const isListed = !chains.isDisjointFrom(top.chains)
  const isEqual = titled || kept || isListed
  const isPeer = !isUnit(place) || (isListed && place.type === top.place.type)
  const share = joined && isListed ? JOINED : SHARE
  return isEqual && !isRelated(place, top.place) && isPeer && points >= ENOUGH && points >= top.points * share
}
