import type { PeriodRole } from '../../contract/index.ts'
import type { Hit } from '../../locales/index.ts'
import { daysOf, type Range } from './edtf.ts'
import { NOUNS, type Place } from './scene.ts'
import type { Cue } from './words.ts'

/** What a period is for, how sure that is, and why. `range` where the role reads the expression otherwise. */
export interface Verdict {
  readonly role: PeriodRole
  readonly confidence: number
  readonly because: string
  readonly range?: Range
}

const NEAR = 40
const PRECEDING = 220
const FOLLOWING = 120
/** A campaign or a consultation of more days than these is a project or a season. */
const LONG_EVENT = 75

type Judge = (place: Place) => Verdict | null

/** The role of a period by its form and the words around it: the first rule that answers. */
export function roleOf(place: Place): Verdict {
  const judges = isYears(place) ? YEARS : DAYS
  for (const judge of judges) {
    const verdict = judge(place)
    if (verdict) return verdict
  }
  return reference('nothing around it says what it is for')
}

const reference = (because: string): Verdict => ({ role: 'reference', confidence: 0.6, because })

const isYears = ({ expression: { from, to } }: Place): boolean =>
  (to ?? from)?.month === undefined && from?.month === undefined

const isRange = ({ expression: { from, to, edge } }: Place): boolean => edge === 'until' || from !== to

/** A cell or line that holds nothing else and has no label: a term in a table. */
const inTable = ({ block, labelled }: Place): boolean => block?.kind === 'row' && !labelled

/** The cue that governs the expression: the nearest before it in its sentence or label, else the nearest behind. */
export function governing(place: Place, ids: readonly Cue[]): Hit<Cue> | undefined {
  const { before, after, span } = place
  return (
    before.find((cue) => ids.includes(cue.id) && span.start - cue.end <= PRECEDING) ??
    after.find((cue) => ids.includes(cue.id) && cue.start - span.end <= FOLLOWING)
  )
}

/** Is a figure or a state dated: "stan na 31 grudnia", "popis 2011"? The cue stands right before or the sentence has no other. */
const isStatistic = ({ before, after, span }: Place): boolean =>
  before.some((cue) => cue.id === 'statistics' && span.start - cue.end <= NEAR) ||
  after.some((cue) => cue.id === 'statistics' && cue.start - span.end <= 20)

/** "sa vizijom do 2030", "z perspektywą do roku 2030": a plan looks so far, it does not last so long. */
const isHorizon = ({ before, span, expression }: Place): boolean => {
  const cue = before.find(({ id }) => id !== 'start' && id !== 'end')
  return expression.edge === 'until' && cue?.id === 'horizon' && span.start - cue.end <= NEAR / 2
}

const because = (role: string, cue: Hit<Cue>): string => `“${cue.pattern}” beside it: ${role}`

/** Is the expression in a title, a heading, or the short line that completes one? */
export const inHeading = ({ block, alone }: Place): boolean =>
  block?.kind === 'title' || block?.kind === 'heading' || (block !== undefined && block.index <= 4 && alone)

/** The noun whose years these are. A heading without one speaks for the title above it. */
function nounOf(place: Place): Hit<Cue> | undefined {
  const near = governing(place, NOUNS)
  if (near) return near
  return inHeading(place) ? place.above.find((cue) => NOUNS.includes(cue.id)) : undefined
}

const YEARS: readonly Judge[] = [
  (place) => (inTable(place) ? reference('a term in a table') : null),
  (place) => (isStatistic(place) ? reference('it dates a figure') : null),
  (place) => (isHorizon(place) ? reference('it is only looked ahead to') : null),
  (place) => (isRange(place) ? null : singleYear(place)),
  (place) => {
    const noun = nounOf(place)
    if (!noun) return inHeading(place) && isRange(place) && place.block?.kind === 'title' ? titled : null
    if (noun.id === 'programme') return { role: 'programme', confidence: 0.85, because: because('a programme', noun) }
    if (noun.id === 'project') return { role: 'project', confidence: 0.85, because: because('a project', noun) }
    return strategic(place, noun)
  },
]

const titled: Verdict = { role: 'strategy', confidence: 0.75, because: 'years in the title of the document' }

function strategic(place: Place, noun: Hit<Cue>): Verdict {
  const previous = previousOf(place, noun)
  if (noun.id === 'national')
    return { role: 'previous-strategy', confidence: 0.8, because: because('another body’s strategy', noun) }
  if (previous)
    return { role: 'previous-strategy', confidence: 0.85, because: because('an earlier strategy', previous) }
  return { role: 'strategy', confidence: inHeading(place) ? 0.95 : 0.88, because: because('a strategy', noun) }
}

const isPast = ({ id }: Hit<Cue>): boolean => id === 'previous' || id === 'lapsed'

/** Words that call the strategy an earlier one: with its noun before its years, or behind them with no other strategy between. */
function previousOf({ before, after, room, breaks }: Place, noun: Hit<Cue>): Hit<Cue> | undefined {
  const next = after.find(({ id }) => id === 'strategy')?.start ?? Number.POSITIVE_INFINITY
  const together = (cue: Hit<Cue>): boolean => !breaks.some((at) => at >= cue.end && at < noun.start)
  return (
    before.find((cue) => isPast(cue) && cue.start >= room.start && together(cue)) ??
    after.find((cue) => isPast(cue) && cue.end <= room.end && cue.start < next)
  )
}

/** A single year is a period only of a yearly plan named with it, or of a contract or programme for that year. */
function singleYear(place: Place): Verdict {
  const noun = nounOf(place)
  const ended = lapsedIn(place, noun)
  if (ended) return ended
  if (place.before.some(({ id }) => id === 'report')) return reference('the year that a report is about')
  const close = noun !== undefined && noun.end <= place.span.start && place.span.start - noun.end <= PRECEDING / 2
  const direct = noun !== undefined && noun.end <= place.span.start && place.span.start - noun.end <= 12
  const previous = noun && previousOf(place, noun)
  if (place.expression.edge === 'since') return reference('a year since when')
  if (noun?.id === 'strategy' && previous?.id === 'previous')
    return { role: 'previous-strategy', confidence: 0.7, because: because('an earlier plan', previous) }
  if (noun?.id === 'strategy' && (inHeading(place) || (close && place.expression.forYear)))
    return { role: 'strategy', confidence: 0.8, because: because('a yearly plan', noun) }
  if (noun?.id === 'project' && (direct || inHeading(place) || place.labelled))
    return { role: 'project', confidence: 0.75, because: because('a project', noun) }
  return reference('a year by itself dates a figure or an event')
}

/** "Prethodni plan je istekao 2020.": the year in which an earlier strategy ended. */
function lapsedIn({ before, span, expression }: Place, noun: Hit<Cue> | undefined): Verdict | null {
  const verb = before.find(({ id, end }) => id === 'lapsed' && span.start - end <= NEAR / 2)
  const of = verb && before.find((cue) => cue.start < verb.start && (cue.id === 'previous' || cue.id === 'strategy'))
  if (!of || (noun && noun.id !== 'strategy')) return null
  const range = { from: null, to: expression.to }
  return { role: 'previous-strategy', confidence: 0.75, because: because('an earlier strategy', verb), range }
}

const OCCASIONS: readonly Cue[] = ['project', 'event', 'deadline']

const DAYS: readonly Judge[] = [
  (place) => (inTable(place) ? reference('a term in a table') : null),
  (place) => (isStatistic(place) ? reference('it dates a figure') : null),
  (place) => (place.expression.edge === null && isRange(place) ? lasting(place) : null),
  (place) => (place.expression.edge === 'until' ? until(place) : null),
  (place) => (place.expression.to?.day === undefined ? month(place) : day(place)),
]

/** From one day or month to another: a project, or an event where the words or the shortness say so. */
function lasting(place: Place): Verdict {
  const cue = governing(place, OCCASIONS) ?? place.above.find(({ id }) => id === 'project')
  const long = daysOf(place.expression) > LONG_EVENT
  const role =
    cue?.id === 'project' || (long && cue?.id !== 'event') || (long && cue === undefined) ? 'project' : 'event'
  const why = cue
    ? because(role === 'project' ? 'a project' : 'an event', cue)
    : `it lasts ${long ? 'long' : 'briefly'}`
  return { role, confidence: cue ? 0.88 : 0.7, because: why }
}

function until(place: Place): Verdict | null {
  const cue = governing(place, ['project', 'event', 'deadline', 'programme'])
  const open = { from: null, to: place.expression.to }
  if (cue?.id === 'project')
    return { role: 'project', confidence: 0.8, because: because('a project’s end', cue), range: open }
  if (cue?.id === 'programme')
    return { role: 'programme', confidence: 0.7, because: because('a programme’s end', cue), range: open }
  return place.expression.to?.day === undefined ? reference('a term') : day(place)
}

/** "Projekat se sprovodi od 1. marta 2023.": it lasts since then. */
function since(place: Place): Verdict | null {
  const { expression } = place
  const cue = expression.edge === 'since' ? governing(place, OCCASIONS) : undefined
  if (cue?.id !== 'project') return null
  const range = { from: expression.from, to: null }
  return { role: 'project', confidence: 0.75, because: because('a project’s beginning', cue), range }
}

/** A month is an event's only where the sentence holds one. */
function month(place: Place): Verdict | null {
  const begun = since(place)
  if (begun) return begun
  const cue = governing(place, ['event', 'statistics'])
  return cue?.id === 'event' && place.expression.edge === null
    ? { role: 'event', confidence: 0.75, because: because('an event', cue) }
    : null
}

/** A full date in running text dates what happens on it. */
function day(place: Place): Verdict {
  const begun = since(place)
  if (begun) return begun
  const cue = governing(place, ['event', 'deadline'])
  return {
    role: 'event',
    confidence: cue ? 0.85 : 0.7,
    because: cue ? because('an event', cue) : 'a day on which something happens',
  }
}
