import type { PeriodRole } from '../../contract/index.ts'
import { type Hit, shown } from '../../locales/index.ts'
import type { Range } from './edtf.ts'
import type { Place } from './scene.ts'
import type { Cue } from './words.ts'

/** What a period is for, how sure that is, and why. `range` where the role reads the expression otherwise. */
export interface Verdict {
  readonly role: PeriodRole
  readonly confidence: number
  readonly because: string
  readonly range?: Range
}

/** Answers for the places it knows, else null. */
export type Judge = (place: Place) => Verdict | null

/** So near, in code units, a word belongs to a date. */
export const NEAR = 40
/** A noun so far before a date can still be the one whose date it is. */
export const PRECEDING = 220
const FOLLOWING = 120
/** A date that is nobody's period. */
export const reference = (because: string): Verdict => ({ role: 'reference', confidence: 0.6, because })

/** Why a cue gives a role. */
export const because = (role: string, cue: Hit<Cue>): string => `“${shown(cue.pattern)}” beside it: ${role}`

/** More than one point: from one to another, or until one. */
export const isRange = ({ expression: { from, to, edge } }: Place): boolean => edge === 'until' || from !== to

/** A cell or line that holds nothing else and has no label: a term in a table. */
export const inTable = ({ block, labelled, aligned }: Place): boolean => (block?.kind === 'row' && !labelled) || aligned

/** Is a figure or a state dated: "stan na 31 grudnia", "popis 2011"? The cue stands right before or the sentence has no other. */
export const isStatistic = ({ before, after, span, expression }: Place): boolean =>
  !(expression.edge === 'until' && before.some(({ id }) => id === 'deadline' || id === 'paying')) &&
  (before.some((cue) => cue.id === 'statistics' && span.start - cue.end <= NEAR) ||
    after.some((cue) => cue.id === 'statistics' && cue.start - span.end <= 20))

/** The cue that governs the expression: the nearest before it in its sentence or label, else the nearest behind. */
export function governing(place: Place, ids: readonly Cue[]): Hit<Cue> | undefined {
  const { before, after, span } = place
  return (
    before.find((cue) => ids.includes(cue.id) && span.start - cue.end <= PRECEDING) ??
    after.find((cue) => ids.includes(cue.id) && cue.start - span.end <= FOLLOWING)
  )
}

/** The last of the blocks that may be the head of a text. */
const HEAD = 4

/** Does the expression stand in one of the first blocks? */
export const inHead = ({ block }: Place): boolean => block !== undefined && block.index <= HEAD

const HEADING: ReadonlySet<string> = new Set(['title', 'heading', 'header', 'footer'])

/** Is the expression in a title, a heading, a running title, or the short line that completes one? */
export const inHeading = (place: Place): boolean =>
  HEADING.has(place.block?.kind ?? '') || (place.alone && inHead(place))
