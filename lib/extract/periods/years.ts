import type { Hit } from '../../locales/index.ts'
import { isOngoing, paidUntil, payerOf, validFor, validSince } from './paid.ts'
import { NOUNS, type Place } from './scene.ts'
import {
  because,
  governing,
  inHeading,
  inTable,
  isRange,
  isStatistic,
  type Judge,
  NEAR,
  PRECEDING,
  reference,
  type Verdict,
} from './verdict.ts'
import type { Cue } from './words.ts'

/** "sa vizijom do 2030", "z perspektywą do roku 2030": a plan looks so far, it does not last so long. */
const isHorizon = ({ before, span, expression }: Place): boolean => {
  const cue = before.find(({ id }) => id !== 'start' && id !== 'end')
  return expression.edge === 'until' && cue?.id === 'horizon' && span.start - cue.end <= NEAR / 2
}

/** "Program zakłada jego powstanie do końca 2027 r.", "plan je da do 2027": a plan wants something by then. */
const isForeseen = (place: Place): boolean => {
  const noun = place.expression.edge === 'until' ? place.before.find(({ id }) => NOUNS.includes(id)) : undefined
  return noun !== undefined && place.before.some(({ id, start }) => id === 'foresees' && start >= noun.start)
}

/** So near behind its noun stand the years of a name. */
const DIRECT = 12

/** Of these the nearest decides whether years are those of something carried out. */
const CARRIED: readonly Cue[] = ['carried', 'paying', 'statistics', 'report', 'event']

/**
 * The noun whose years these are: "Strategija … 2019–2022". A heading without one speaks for the title above it, years
 * alone on a line for the cover.
 */
export function nounOf(place: Place): Hit<Cue> | undefined {
  const near = governing(place, NOUNS)
  if (near) return near
  const above = inHeading(place) ? place.above.find((cue) => NOUNS.includes(cue.id)) : undefined
  return above ?? (isRange(place) ? place.cover.find((cue) => NOUNS.includes(cue.id)) : undefined)
}

/** What years without months are for, in order: the first that answers. */
export const YEARS: readonly Judge[] = [
  (place) => funded(place),
  (place) => (inTable(place) ? reference('a term in a table') : null),
  (place) => (isStatistic(place) ? reference('it dates a figure') : null),
  (place) => (isHorizon(place) ? reference('it is only looked ahead to') : null),
  (place) => (isForeseen(place) ? reference('what the plan foresees until then') : null),
  (place) => paidUntil(place),
  (place) => (place.forSeason && !inHeading(place) ? seasonal : null),
  (place) => (isSeason(place) && isRange(place) && (payerOf(place) || isCalled(place)) ? seasonal : null),
  (place) => (isRange(place) ? null : (tasked(place) ?? singleYear(place))),
  (place) => {
    const noun = nounOf(place)
    if (noun?.id === 'strategy' && isRange(place) && place.expression.inYear && !inHeading(place))
      return reference('years in which a plan is carried out')
    if (noun?.id === 'strategy' && isSeason(place) && !inHeading(place)) return reference('one winter or school year')
    if (!noun && place.bracketed)
      return { role: 'previous-strategy', confidence: 0.7, because: 'years of an earlier one' }
    const below = !noun && isRange(place) ? place.below.find(({ id }) => id === 'project') : undefined
    if (below) return { role: 'project', confidence: 0.7, because: because('a project', below) }
    const carried = !noun && isRange(place) ? governing(place, CARRIED) : undefined
    if (carried && isOngoing(place, carried))
      return { role: 'project', confidence: 0.75, because: 'the years in which something is carried out' }
    const kept = noun ? null : validFor(place)
    if (kept) return kept
    if (!noun)
      return inHeading(place) && isRange(place) && place.block?.kind === 'title' && !isSeason(place) ? titled : null
    if (noun.id === 'programme' && isParted(place, noun))
      return { role: 'project', confidence: 0.75, because: 'the years of a project, behind the programme that paid' }
    if (noun.id === 'programme' && noun.start >= place.span.end) return behindYears(place, noun)
    if (noun.id === 'programme') return { role: 'programme', confidence: 0.85, because: because('a programme', noun) }
    if (noun.id === 'project') return { role: 'project', confidence: 0.85, because: because('a project', noun) }
    return ownTerm(place, noun) ?? strategic(place, noun)
  },
]

/** "Dokument se odnosi na period 2010–2015. i razrađuje Nacionalni plan": what is in force is none of the other body's behind its years. */
function ownTerm({ before: [verb], span }: Place, noun: Hit<Cue>): Verdict | null {
  if (noun.id !== 'national' || noun.start < span.end || verb?.id !== 'valid') return null
  if (span.start - verb.end > NEAR / 2) return null
  return { role: 'strategy', confidence: 0.75, because: because('a plan in force', verb) }
}

/** "RPO WP 2014–2020", "program „Senior+” na rok 2024": years right behind the name of a funding programme, in a cell too. */
function funded(place: Place): Verdict | null {
  const { before, span, expression } = place
  const cue = before[0]
  const years = isRange(place) ? expression.edge === null : expression.forYear
  if (cue?.id !== 'programme' || !years || span.start - cue.end > DIRECT || isParted(place, cue)) return null
  return { role: 'programme', confidence: 0.85, because: because('a programme', cue) }
}

/** "„Senior w sieci” (2021–2022, Fundusz …)": years of what the fund paid for; with other words between they are nobody's. */
function behindYears({ breaks, span }: Place, programme: Hit<Cue>): Verdict {
  if (programme.start - span.end > DIRECT) return reference('a programme stands far behind it')
  return breaks.some((at) => at >= span.end && at < programme.start)
    ? { role: 'project', confidence: 0.7, because: because('what a programme paid for', programme) }
    : { role: 'programme', confidence: 0.75, because: because('a programme', programme) }
}

/** Does a comma part the years from the programme, so that they are those of the project it paid for? */
const isParted = ({ before, span, breaks }: Place, programme: Hit<Cue>): boolean =>
  breaks.some((at) => at >= programme.end && at < span.start) &&
  before.some(({ id, start }) => id === 'project' && start < programme.start)

/** So near behind a year stands what is done in it. */
const TASK = 30
/** Of these the nearest before a year says whose it is. */
const NAMED: readonly Cue[] = [...NOUNS, 'report', 'previous']

/**
 * "Konkurs ofert na realizację zadania publicznego w 2023 roku", "realizuje w 2022 roku następujące projekty": the year
 * of what is carried out.
 */
function tasked(place: Place): Verdict | null {
  const { expression, before, after, span, room } = place
  if (!(expression.forYear || expression.inYear) || expression.edge !== null) return null
  // "Rządowy program będzie kontynuowany na rok 2024": it is the programme that goes on.
  const pays = nounOf(place)?.id === 'programme' ? undefined : payerOf(place)
  if (pays) return { role: 'project', confidence: 0.7, because: because('what is paid for in that year', pays) }
  // "realizacja „Programu … na lata 2021–2030” w 2022 roku": the year in which a part of a programme is done.
  const [programme] = before
  if (programme?.id === 'programme' && programme.end < room.start && span.start - room.start <= DIRECT)
    return { role: 'project', confidence: 0.7, because: because('a part of a programme', programme) }
  const [calls, carries] = (['call', 'carried'] as const).map((id) =>
    before.some((cue) => cue.id === id && cue.start >= room.start),
  )
  if (!calls && !carries) return null
  const behind = after.find((cue) => cue.id === 'project' && cue.start - span.end <= TASK && cue.end <= room.end)
  const noun = before.find((cue) => NAMED.includes(cue.id) && cue.start >= room.start)
  const of = noun?.id === 'project' && calls ? noun : noun ? undefined : behind
  return of ? { role: 'project', confidence: 0.75, because: because('what is done in that year', of) } : null
}

const seasonal: Verdict = { role: 'project', confidence: 0.7, because: 'a winter or a school year that aid is for' }
const titled: Verdict = { role: 'strategy', confidence: 0.75, because: 'years in the title of the document' }

/** "Ogrzewalnia na sezon zimowy 2023/2024": the two years of one winter, or of one school year. */
const isSeason = (place: Place): boolean => seasonBefore(place) !== undefined

/** "Poziv za podnošenje zahteva za pomoć u zimskoj sezoni 2025/2026": a season that is not over, for which people apply. */
const isCalled = ({ ahead, before, after, span }: Place): boolean =>
  ahead === true &&
  before.concat(after).some(({ id, start }) => (id === 'call' || id === 'deadline') && start - span.end <= NEAR)

const seasonBefore = ({ before, span }: Place): Hit<Cue> | undefined =>
  before.find(({ id, end }) => id === 'season' && span.start - end <= NEAR)

/** Years of a strategy: the document’s own, an earlier one, or another body’s. */
export function strategic(place: Place, noun: Hit<Cue>): Verdict {
  const previous = previousOf(place, noun) ?? referredOf(place, noun)
  if (noun.id === 'national')
    return { role: 'previous-strategy', confidence: 0.8, because: because('another body’s strategy', noun) }
  if (previous)
    return { role: 'previous-strategy', confidence: 0.85, because: because('an earlier strategy', previous) }
  return { role: 'strategy', confidence: inHeading(place) ? 0.95 : 0.88, because: because('a strategy', noun) }
}

const isPast = ({ id }: Hit<Cue>): boolean => id === 'previous' || id === 'lapsed'

/** Words that call the strategy an earlier one: with its noun before its years, or behind them with no other strategy between. */
function previousOf({ before, after, room, breaks, span, block }: Place, noun: Hit<Cue>): Hit<Cue> | undefined {
  const next = after.find(({ id }) => id === 'strategy')?.start ?? Number.POSITIVE_INFINITY
  const together = (cue: Hit<Cue>): boolean => !breaks.some((at) => at >= cue.end && at < noun.start)
  // "na lata 2021–2030 (poprzednia obowiązywała w latach 2014–2020)": it speaks of the years behind it.
  const others = after.some(({ id, start, end }) => id === 'previous' && start > room.parted && end <= room.end)
  // "do 2025 r. i kontynuuje poprzednią": what it goes on from stands behind its years.
  const goesOn =
    after.find(({ id, start }) => id === 'replacing' && start > span.end)?.start ?? Number.POSITIVE_INFINITY
  const isOthers = (cue: Hit<Cue>): boolean => (others && cue.start > room.parted) || cue.start > goesOn
  return (
    before.find((cue) => (isPast(cue) || cue.id === 'replacing') && cue.start >= room.start && together(cue)) ??
    after.find(
      (cue) =>
        isPast(cue) && cue.end <= Math.min(room.end, block?.end ?? room.end) && cue.start < next && !isOthers(cue),
    )
  )
}

/**
 * "Plan opštine usklađen je sa Strategijom … 2020–2030": what a plan of the text refers to is another's. So it is where the text
 * itself is the subject that goes unsaid: "Oslanja se na Strategiju … 2021–2025".
 */
function referredOf({ before, scope }: Place, noun: Hit<Cue>): Hit<Cue> | undefined {
  const cue = before.find(({ id, end }) => (id === 'referred' || id === 'builds') && end <= noun.start)
  if (!cue || (cue.id === 'builds' && cue.start <= scope.start)) return cue
  return before.some(({ id, end }) => id === 'strategy' && end <= cue.start) ? cue : undefined
}

/** A single year is a period only of a yearly plan named with it, or of a contract or programme for that year. */
function singleYear(place: Place): Verdict {
  const noun = nounOf(place)
  const ended = lapsedIn(place, noun)
  if (ended) return ended
  if (place.before.some(({ id }) => id === 'report')) return reference('the year that a report is about')
  const away = noun && noun.end <= place.span.start ? place.span.start - noun.end : Number.POSITIVE_INFINITY
  // A name may be long: "Gminny Program Profilaktyki i Rozwiązywania … dla Miasta … na rok 2010".
  const close = away <= (place.expression.forYear && place.named ? PRECEDING : PRECEDING / 2)
  const direct = away <= DIRECT
  const previous = noun && previousOf(place, noun)
  const valid = validSince(place, noun)
  if (valid) return valid
  if (place.expression.edge === 'since') return reference('a year since when')
  if (noun?.id === 'strategy' && previous?.id === 'previous')
    return { role: 'previous-strategy', confidence: 0.7, because: because('an earlier plan', previous) }
  const bounded = boundedIn(place, noun)
  if (bounded) return bounded
  const within = place.expression.inYear && noun !== undefined && isBare(noun)
  if (noun?.id === 'strategy' && within) return reference('the year in which a programme goes on')
  if (noun?.id === 'strategy' && (inHeading(place) || (close && place.expression.forYear)))
    return { role: 'strategy', confidence: 0.8, because: because('a yearly plan', noun) }
  if (noun?.id === 'programme' && close && place.expression.forYear)
    return { role: 'programme', confidence: 0.75, because: because('a programme', noun) }
  // "„Opieka wytchnieniowa” – edycja 2024", in a headline "„Korpus Wsparcia Seniorów” także w roku 2024": one year's round of
  // it; "IPA 2013" is what the fund gave.
  const round = !place.expression.inYear ? away <= 1 : inHeading(place) && away <= NEAR
  if (noun?.id === 'programme' && round && !isBare(noun) && place.expression.edge === null)
    return { role: 'project', confidence: 0.75, because: because('a round of a programme', noun) }
  if (noun?.id === 'project' && ((direct && !within) || inHeading(place) || place.labelled))
    return { role: 'project', confidence: 0.75, because: because('a project', noun) }
  return reference('a year by itself dates a figure or an event')
}

/** "Zakończenie inwestycji planowane jest w 2026 roku": the year in which a project begins or ends. */
function boundedIn({ before, span, expression }: Place, noun: Hit<Cue> | undefined): Verdict | null {
  if (!expression.inYear || noun?.id !== 'project' || noun.end > span.start) return null
  const cue = before.find(({ id, end }) => (id === 'start' || id === 'end') && span.start - end <= 2 * NEAR)
  return cue ? { role: 'project', confidence: 0.7, because: because('a project', cue) } : null
}

/** A word by itself that names plans and programmes of any kind: "program". */
const isBare = ({ first, last }: Hit<Cue>): boolean => last - first === 1

/** "Prethodni plan je istekao 2020.": the year in which an earlier strategy ended. */
function lapsedIn({ before, span, expression }: Place, noun: Hit<Cue> | undefined): Verdict | null {
  const verb = before.find(({ id, end }) => id === 'lapsed' && span.start - end <= NEAR / 2)
  const of = verb && before.find((cue) => cue.start < verb.start && (cue.id === 'previous' || cue.id === 'strategy'))
  if (!of || (noun && noun.id !== 'strategy')) return null
  const range = { from: null, to: expression.to }
  return { role: 'previous-strategy', confidence: 0.75, because: because('an earlier strategy', verb), range }
}
