import type { Candidate } from './candidate.ts'
import { natureOf } from './view.ts'
import type { Zone } from './zone.ts'

/** Zones in one sentence or cell with the service. */
export const TOGETHER: ReadonlySet<Zone> = new Set(['clause', 'sentence', 'cell'])
/** Zones in another sentence of its block. */
export const SENTENCES: ReadonlySet<Zone> = new Set(['before', 'behind', 'earlier', 'later'])
/** Zones in another cell of its row. */
export const ROW: ReadonlySet<Zone> = new Set(['left', 'right'])

/** Does a candidate stand in the block of the service? */
export const isSame = ({ zone }: Candidate): boolean =>
  zone === 'inside' || TOGETHER.has(zone) || SENTENCES.has(zone) || ROW.has(zone)

/** What all candidates of one service are together, seen once for each of them. */
export interface Rivals {
  /** Does one stand in the block of the service? In its sentence or words? In its words? */
  readonly same: boolean
  readonly together: boolean
  readonly inside: boolean
  /** Is one of the same block whom the service is for by its nature, in another enumeration than the candidate? */
  natural(candidate: Candidate): boolean
  /** Index of the nearest heading that names a group, or -1. */
  readonly heading: number
  /** Does another enumeration of the same block stand nearer? */
  isNearer(candidate: Candidate): boolean
}

/** Sums up the candidates of a service. */
export function rivalsOf(candidates: readonly Candidate[]): Rivals {
  const same = candidates.filter(isSame)
  const nearest = least(same)
  const other = least(same.filter(({ groups }) => groups !== nearest?.groups))
  const natural = same.filter(({ service, group }) => natureOf(service, group.value.concept) === 'yes')
  const headings = candidates.filter(({ zone }) => zone === 'heading').map(({ block }) => block.index)
  return {
    same: same.length > 0,
    together: same.some(({ zone }) => TOGETHER.has(zone) || zone === 'inside'),
    inside: same.some(({ zone }) => zone === 'inside'),
    natural: ({ groups }) => natural.some((one) => one.groups !== groups),
    heading: headings.reduce((last, index) => Math.max(last, index), -1),
    isNearer: ({ groups, distance }) => {
      const rival = nearest?.groups === groups ? other : nearest
      return rival !== undefined && rival.distance < distance
    },
  }
}

/** The candidate at the least distance. */
const least = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, each) => (best && best.distance <= each.distance ? best : each),
    undefined,
  )
