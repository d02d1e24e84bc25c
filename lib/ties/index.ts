import type { Found } from '../extract/extractor.ts'
import { logistic } from '../learn/index.ts'
import type { Locale } from '../locales/index.ts'
import type { Doc } from '../text/index.ts'
import { candidatesOf } from './candidate.ts'
import { cluesOf } from './clues.ts'
import { joined } from './joined.ts'
import type { Group, Service } from './mention.ts'
import { rivalsOf } from './rivals.ts'
import { type View, viewOf } from './view.ts'
import { fitted, oddsOf, type Weights } from './weights.ts'

/** From this probability on a service is said to be for a group; on gold held out it loses as much as it invents. */
export const LEAST = 0.45

/** What ties are judged by. */
interface Setting {
  readonly doc: Doc
  readonly locale: Locale
  readonly weights?: Weights | undefined
  /** The probability from which on a tie of a service holds. */
  readonly least?: (service: Found) => number
}

/**
 * The groups that the text ties each service mention to: the children of "dnevni boravak za decu", the seniors in whose
 * section a club stands. Clues in the text are weighed by what they meant on gold; what a service is for by its nature is a
 * clue among others.
 *
 *     tiesOf(found, { doc, locale }).get(service)   // the mentions of the groups it is for
 */
export function tiesOf(
  found: readonly Found[],
  { doc, locale, weights = fitted, least = () => LEAST }: Setting,
): Map<Found, readonly Group[]> {
  const view = viewOf(doc, locale, found)
  return new Map(
    view.services.map((service) => {
      const rated = pairsOf(view, service).map(({ group, clues }) => ({ group, odds: oddsOf(clues, weights) }))
      const tied = joined(view, rated).filter(({ odds }) => logistic(odds) >= least(service))
      return [service, tied.map(({ group }) => group)]
    }),
  )
}

/** A service and a group that may be tied, with what speaks for and against it. */
export interface TiePair {
  readonly service: Service
  readonly group: Group
  readonly clues: readonly string[]
}

/** All pairs of a document that may be tied. */
export function tiePairs(doc: Doc, locale: Locale, found: readonly Found[]): TiePair[] {
  const view = viewOf(doc, locale, found)
  return view.services.flatMap((service) => pairsOf(view, service))
}

function pairsOf(view: View, service: Service): TiePair[] {
  const candidates = candidatesOf(view, service)
  const rivals = rivalsOf(candidates)
  return candidates.map((candidate) => ({
    service,
    group: candidate.group,
    clues: cluesOf(view, candidate, rivals),
  }))
}

export { type Example, fitWeights } from './fit.ts'
export { fitted, type Weights } from './weights.ts'
