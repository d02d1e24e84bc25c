import { isUnit, type Place } from '../../gazetteer/index.ts'
import type { Block } from '../../text/index.ts'
import type { Cues } from './cues.ts'
import type { Derived } from './derived.ts'
import type { Resolved } from './resolve.ts'

/** Points of one mention for its place as the subject of the document, weighed on the development corpus. */
const POINTS = {
  title: 4,
  heading: 1.5,
  /** It opens an item, a row or a section. */
  section: 1,
  plan: 3,
  /** In the title of a plan with no head word: "Strategija socijalne zaštite Vršca". */
  barePlan: 1.5,
  body: 2,
  head: 1,
  early: 1,
  name: 1,
  /** "u Beogradu": where something is, in the first blocks and later. */
  whereEarly: 1,
  where: 0.6,
  /** More where a head word stands between: "u opštini Žabari". */
  headThere: 0.5,
  dateline: 1,
  away: 0.2,
}
/**
 * Points of a word made of the name: "Vršačke gerontodomaćice", "loznički Centar za socijalni rad", "kikindskih sela";
 * and their most.
 */
const DERIVED = { title: 2, body: 2, early: 1, later: 0.4, most: 3 }

/** Is it the document of a powiat, which names its powiat's own bodies? Else a powiat only says where a gmina lies. */
export interface Author {
  readonly county: boolean
}

/** How much a mention speaks for its place as what the document is about. */
export function pointsOf({ cues, place }: Resolved, author: Author): number {
  if (cues.elsewhere !== undefined || cues.listed) return POINTS.away
  if (cues.dateline) return POINTS.dateline
  const { block, early } = cues
  const headed = cues.head !== undefined || isUnit(place)
  if (isUnit(place) && (cues.aside || !isSpeaking(place, author, isOwn(cues, block)))) return POINTS.away
  if (cues.where && block?.kind !== 'title')
    return (early ? POINTS.whereEarly : POINTS.where) + (cues.head === undefined ? 0 : POINTS.headThere)
  let points = POINTS.name + placePoints(cues, block) + (early ? POINTS.early : 0)
  if (cues.body !== undefined) points += POINTS.body
  else if (headed) points += POINTS.head
  if (cues.plan !== undefined && !cues.where) points += headed ? POINTS.plan : POINTS.barePlan
  return points
}

/** How much the words made of a place's name speak for it as the subject. They prove nothing where it is not named. */
export function derivedPoints(words: readonly Derived[]): number {
  const points = words.map(({ titled, body, early }) => {
    if (titled) return DERIVED.title
    if (body) return DERIVED.body
    return early ? DERIVED.early : DERIVED.later
  })
  return Math.min(
    DERIVED.most,
    points.reduce((sum, value) => sum + value, 0),
  )
}

/** A powiat speaks in its own document; a voivodeship only in the title of its own plan. */
const isSpeaking = ({ type }: Place, { county }: Author, own: boolean): boolean => own || (county && type === 'county')

const isOwn = (cues: Cues, block: Block | undefined): boolean =>
  cues.plan !== undefined || cues.body !== undefined || block?.kind === 'title'

function placePoints({ opens }: Cues, block: Block | undefined): number {
  const section = opens && isSection(block) ? POINTS.section : 0
  if (block?.kind === 'title') return POINTS.title + section
  return (block?.kind === 'heading' ? POINTS.heading : 0) + section
}

/** Can a block be about a place of its own: an item, a row, a heading? */
export const isSection = (block: Block | undefined): boolean =>
  block?.kind === 'item' || block?.kind === 'row' || block?.kind === 'heading'
