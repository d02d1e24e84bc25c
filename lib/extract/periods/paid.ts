import type { Hit } from '../../locales/index.ts'
import type { Span } from '../../text/index.ts'
import { NOUNS, type Place } from './scene.ts'
import { because, governing, isRange, isStatistic, type Judge, NEAR, reference, type Verdict } from './verdict.ts'
import type { Cue } from './words.ts'

/** So near behind a year stands who pays for what is done in it, and so far before it. */
const BEHIND = 30
const BEFORE = 70

/** Who pays in the year beside it: "finansiraće se", and before what the money is for: "za 2024. godinu obezbedila je". */
export function payerOf(place: Place, behind = BEHIND): Hit<Cue> | undefined {
  const { before, after, span } = place
  const isNear = ({ start, end }: Hit<Cue>, reach: number): boolean =>
    start - span.end <= reach && span.start - end <= BEFORE
  return [...before, ...after].find(
    (cue) =>
      ((cue.id === 'pays' && isNear(cue, behind)) ||
        (cue.id === 'paying' && isNear(cue, Math.max(behind, NEAR)) && isTogether(place, cue)) ||
        (isSetAside(place, cue) && isNear(cue, BEFORE))) &&
      !isDenied(place, cue),
  )
}

/** "Za 2024. godinu obezbedila je …"; a sum that was set aside in a year that is not over: "u 2024. opredelio je 30 miliona". */
function isSetAside(place: Place, cue: Hit<Cue>): boolean {
  const { forYear, inYear } = place.expression
  if (cue.id === 'granted') return forYear
  return cue.id === 'allots' && (forYear || (inYear && place.ahead === true)) && isTogether(place, cue)
}

/** Letters of " godini, " between a year and the word right behind it. */
const YEAR_WORD = 12

/** Does no comma part the word from the date, but for one that closes what is put in: "…, odnosno u 2024. godini, finansirati"? */
export const isTogether = ({ breaks, span }: Place, { start, end }: Span): boolean =>
  (start >= span.end && start - span.end <= YEAR_WORD) ||
  !breaks.some((at) => (at >= end && at < span.start) || (at >= span.end && at < start))

/** What an end date can be that of before somebody pays until then. */
const ENDING: readonly Cue[] = ['paying', 'project', 'event', 'deadline', 'programme', 'carried']

/** "Sredstva su obezbeđena do 31. decembra", "prevoz do 30. juna plaća grad": the day or month until which somebody pays. */
export function payingUntil(place: Place): Verdict | null {
  const { before, after, span, expression } = place
  const near = before.find(({ id }) => ENDING.includes(id))
  const behind = after.find(({ id, start }) => id === 'paying' && start - span.end <= NEAR)
  const payer = near?.id === 'paying' ? near : near?.id === 'deadline' ? undefined : behind
  if (!payer || !isTogether(place, payer) || isDenied(place, payer)) return null
  const range = { from: null, to: expression.to }
  return { role: 'project', confidence: 0.75, because: because('what is paid for until then', payer), range }
}

/** So near before a word stands what denies it. */
const DENIAL = 25

/** "Za 2024. godinu nije obezbedila sredstva", "neće više finansirati". */
export const isDenied = ({ before, after }: Place, cue: Hit<Cue>): boolean =>
  [...before, ...after].some(({ id, start, end }) => id === 'denied' && start <= cue.end && cue.start - end <= DENIAL)

/** "Działalność centrum do końca 2024 roku opłaca Fundusz": the year until which somebody pays. */
export function paidUntil(place: Place): Verdict | null {
  const { edge, to } = place.expression
  const payer = edge === 'until' ? payerOf(place) : undefined
  const range = { from: null, to }
  return payer
    ? { role: 'project', confidence: 0.7, because: because('what is paid for until then', payer), range }
    : null
}

/** "U prvoj polovini 2024. usluga se finansira …": a part of a year is that of what is paid for or begins in it. */
export const partOfYear: Judge = (place) => {
  if (place.expression.rule !== 'period/part-of-year') return null
  if (isStatistic(place)) return reference('it dates a figure')
  const payer = payerOf(place, BEFORE)
  if (payer)
    return { role: 'project', confidence: 0.7, because: because('what is paid for in that part of a year', payer) }
  const start = place.before.concat(place.after).find((cue) => cue.id === 'start' && isBeside(place, cue))
  if (start) return { role: 'event', confidence: 0.65, because: because('a beginning', start) }
  const noun = governing(place, ['project', 'event', 'deadline', 'report'])
  return noun?.id === 'project' && place.labelled && isBeside(place, noun)
    ? { role: 'project', confidence: 0.7, because: because('a project', noun) }
    : reference('a part of a year dates a figure')
}

const isBeside = ({ span }: Place, cue: Hit<Cue>): boolean =>
  Math.max(cue.start - span.end, span.start - cue.end) <= NEAR

/** "Novi plan primenjivaće se od 2025. godine": a plan is in force since then, its end is not told. */
export function validSince({ before, span, expression }: Place, noun: Hit<Cue> | undefined): Verdict | null {
  if (expression.edge !== 'since' || noun?.id !== 'strategy' || noun.end > span.start) return null
  const verb = before.find(({ id, start, end }) => id === 'valid' && start >= noun.end && span.start - end <= NEAR / 2)
  const range = { from: expression.from, to: null }
  return verb ? { role: 'strategy', confidence: 0.75, because: because('a plan in force', verb), range } : null
}

/** "Odbornici su podržali strategiju. Važiće od 2021. do 2024.": the years in which the plan of the sentence before is in force. */
export function validFor(place: Place): Verdict | null {
  const { before, earlier, span } = place
  const verb = isRange(place) ? before[0] : undefined
  const noun = earlier.find(({ id }) => NOUNS.includes(id))
  if (noun?.id !== 'strategy' || !verb || span.start - verb.end > NEAR / 2) return null
  if (verb.id === 'lapsed')
    return { role: 'previous-strategy', confidence: 0.7, because: because('an earlier strategy', verb) }
  return verb.id === 'valid' ? { role: 'strategy', confidence: 0.75, because: because('a plan in force', verb) } : null
}

/** Does the word say that something is carried out, or paid for in the clause of the date? */
export const isOngoing = (place: Place, cue: Hit<Cue>): boolean =>
  (cue.id === 'carried' || (cue.id === 'paying' && isTogether(place, cue))) && !isDenied(place, cue)
