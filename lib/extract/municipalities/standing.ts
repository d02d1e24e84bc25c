import type { Place } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import type { Derived } from './derived.ts'
import type { Hint } from './hints.ts'
import { type Author, derivedPoints, isSection, pointsOf } from './points.ts'
import type { Resolved } from './resolve.ts'

/** What each further mention adds of its points: what a title says need not be repeated. */
const REPEAT = 0.6
/** Points for the one place that the page names above the article: `KIKINDSKI GLAS`. */
const MASTHEAD = 1

/** What speaks for the subjects of a document beside the names themselves. */
export interface Signs {
  /** Bodies and officials of the text, with a place's name or without. */
  readonly bodies: readonly Hit[]
  /** Words with which it speaks of its own municipality. */
  readonly local: readonly Hit[]
  readonly derived: readonly Derived[]
  /** What speaks for places that the text does not name, or names only as a seat. */
  readonly hints: readonly Hint[]
  readonly masthead: Place | undefined
  /** A meeting of the whole country, or a game. */
  readonly gathering: boolean
}

/** What speaks for one place as the subject of a document. */
export interface Standing {
  readonly place: Place
  readonly points: number
  /** It stands in the title or in the title of a plan. */
  readonly titled: boolean
  /** The text names it at its beginning, and more than once. */
  readonly kept: boolean
  /** It is named at the beginning among others behind one head word, as they are. */
  readonly joined: boolean
  /** A report comes from there; a head word or a body stands before it. */
  readonly agency: boolean
  readonly headed: boolean
  /** Its government stands before it: `wójt gminy`, `Opština`. */
  readonly governed: boolean
  /** An institution, the ground or the people of it; only neighbours, ways and seats. */
  readonly ground: boolean
  readonly far: boolean
  /** A word made of its name stands in the title: "kragujevačka Sigurna kuća". */
  readonly made: boolean
  /** It opens an item, a row or a section of its own. */
  readonly opens: boolean
  /** It labels a paragraph of its own: `Ruma: Opština je uvela`. */
  readonly labels: boolean
  /** Where the paragraph ends that a report from there opens; 0 where none does. */
  readonly reported: number
  /** It is named once, and only as where something is. */
  readonly passing: boolean
  /** It is named at the beginning, and not only as where something is. */
  readonly plain: boolean
  readonly mentions: number
  /** Where it is first named as itself. */
  readonly from: number
  /** The chains of names in which it stands. */
  readonly chains: ReadonlySet<number>
}

/** How a place stands in a document: its points, and where it is named. */
export function standingOf(
  place: Place,
  mentions: readonly Resolved[],
  { signs, author }: { readonly signs: Signs; readonly author: Author },
): Standing {
  const words = signs.derived.filter((word) => word.place === place)
  const near = mentions
    .map(({ cues }) => cues)
    .filter(({ elsewhere, dateline, listed, aside }) => elsewhere === undefined && !dateline && !listed && !aside)
  const reports = mentions.filter(({ cues }) => cues.agency || cues.reports)
  return {
    place,
    points: worthOf(mentions, author) + derivedPoints(words) + (signs.masthead === place ? MASTHEAD : 0),
    titled: near.some(({ block, plan, where }) => !where && (block?.kind === 'title' || plan !== undefined)),
    kept: near.length > 1 && near.some(({ early, where }) => early && !where),
    joined: near.some(({ early, head, where }) => early && head !== undefined && !where),
    agency: reports.length > 0,
    headed:
      near.some(({ head, body, where }) => head !== undefined || (body !== undefined && !where)) ||
      words.some(({ body }) => body),
    governed: mentions.some(({ cues }) => cues.head !== undefined && !cues.where),
    ground: near.some(({ ground, early, scene }) => ground || (early && scene)),
    far: near.length === 0,
    made: words.some((word) => word.titled),
    opens: near.some(({ opens, block }) => opens && isSection(block)),
    labels: near.some(({ labels }) => labels),
    reported: Math.max(0, ...reports.map(({ cues }) => cues.block?.end ?? 0)),
    passing: near.length === 1 && near.every(({ where, head }) => where && head === undefined),
    plain: near.some(({ early, where }) => early && !where),
    mentions: mentions.length + (signs.masthead === place ? 1 : 0),
    // The page of a town writes of its own house where it names the town only as the seat of one.
    from: Math.min(
      signs.masthead === place ? 0 : Infinity,
      ...mentions.filter(({ cues }) => near.includes(cues)).map(({ sighting }) => sighting.start),
      ...words.map(({ start }) => start),
    ),
    chains: new Set(near.map(({ chain }) => chain)),
  }
}

/** Points of all mentions of a place: the two that say most count in full, each further one less. */
function worthOf(mentions: readonly Resolved[], author: Author): number {
  const worth = mentions.map((mention) => pointsOf(mention, author)).sort((a, b) => b - a)
  return worth.reduce((sum, value, i) => sum + value * (i < 2 ? 1 : REPEAT ** Math.min(i - 1, 5)), 0)
}

/** Does one of them lie in the other? */
export const isRelated = (a: Place, b: Place): boolean => a.parent === b.id || b.parent === a.id
