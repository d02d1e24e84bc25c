import type { Hit } from '../../locales/index.ts'
import type { Span } from '../../text/index.ts'
import { daysOf } from './edtf.ts'
import { isDenied, isOngoing, isTogether, partOfYear, payingUntil } from './paid.ts'
import { NOUNS, type Place } from './scene.ts'
import {
  because,
  governing,
  inTable,
  isRange,
  isStatistic,
  type Judge,
  NEAR,
  reference,
  type Verdict,
} from './verdict.ts'
import type { Cue } from './words.ts'
import { nounOf, strategic, YEARS } from './years.ts'

/** A campaign or a consultation of more days than these is a project or a season. */
const LONG_EVENT = 75
/** Nothing that happens lasts so many days. */
const LONGEST_EVENT = 370
/** Applications are taken for so many days at most. */
const LONG_CALL = 130
/** And behind their own label for so many: a year behind "Termin:" is that of the task. */
const LONGEST_CALL = 200

/** The role of a period by its form and the words around it: the first rule that answers. */
export function roleOf(place: Place): Verdict {
  const judges = isYears(place) ? YEARS : DAYS
  for (const judge of judges) {
    const verdict = judge(place)
    if (verdict) return verdict
  }
  return reference('nothing around it says what it is for')
}

const isYears = ({ expression: { from, to } }: Place): boolean =>
  (to ?? from)?.month === undefined && from?.month === undefined

/** "Projekat je produžen do …", "termin zakończenia projektu przesunięto na …": the new end of a project. */
function moved(place: Place): Verdict | null {
  const { before, span, expression } = place
  const cue = before.find(({ id, end }) => id === 'extended' && span.start - end <= NEAR)
  const of = cue && governing(place, OCCASIONS)
  if (of?.id !== 'project' || expression.edge === 'since') return null
  const range = { from: null, to: expression.to }
  return { role: 'project', confidence: 0.8, because: because('a project’s new end', of), range }
}

/** What an end date can be that of. A report on what is carried out has a date by which it is due. */
const ENDED: readonly Cue[] = ['project', 'event', 'deadline', 'programme']
const OCCASIONS: readonly Cue[] = ['project', 'event', 'deadline']

const DAYS: readonly Judge[] = [
  (place) => (inTable(place) ? reference('a term in a table') : null),
  (place) => (place.idle ? reference('a day of payment, or of the calendar') : null),
  (place) => (isStatistic(place) ? reference('it dates a figure') : null),
  partOfYear,
  (place) => (isRange(place) && place.expression.edge === null ? null : moved(place)),
  (place) => (place.expression.edge === null && isRange(place) ? (termOf(place) ?? lasting(place)) : null),
  (place) => (place.expression.edge === 'until' ? until(place) : null),
  (place) => (place.expression.to?.day === undefined ? month(place) : day(place)),
]

/** "Termin realizacji: od podpisania umowy do …": a label that opens with a word of projects decides. */
const labelled = ({ labelled, before, scope }: Place) =>
  labelled ? before.find(({ id, start }) => id === 'project' && start - scope.start <= 2) : undefined

/** "Program … na okres od 1 stycznia 2023 r. do 31 grudnia 2027 r.": the whole years of a plan, told to the day. */
function termOf(place: Place): Verdict | null {
  const { from, to } = place.expression
  const whole = from?.day === 1 && from.month === 1 && to?.day === 31 && to.month === 12
  const noun = whole ? nounOf(place) : undefined
  return noun?.id === 'strategy' || noun?.id === 'national' ? strategic(place, noun) : null
}

/** From one day or month to another: a project, or an event where the words or the shortness say so. */
function lasting(place: Place): Verdict {
  const near = labelled(place) ?? governing(place, OCCASIONS) ?? place.above.find(({ id }) => id === 'project')
  const long = daysOf(place.expression) > (near?.id === 'deadline' ? LONG_CALL : LONG_EVENT)
  const called = near?.id === 'deadline' && place.labelled && daysOf(place.expression) <= LONGEST_CALL
  // "Zajęcia w ramach projektu odbywają się od stycznia do grudnia": what goes on so long is the project.
  const whole = long && near?.id === 'event' ? place.before.find(({ id }) => id === 'project') : undefined
  const cue = whole ?? near
  // "od 1 listopada do końca marca działa ogrzewalnia": with no year named, one that goes over New Year is every winter.
  const { from, to } = place.expression
  if (!cue && place.guessed && from?.year !== to?.year) return reference('a winter of every year')
  const carries = cue ? undefined : governing(place, ['carried', 'paying', 'statistics', 'report'])
  const carried = carries && isOngoing(place, carries) && (long || carries.end <= place.span.start)
  const role =
    carried ||
    cue?.id === 'project' ||
    (long && cue?.id !== 'event' && !called) ||
    daysOf(place.expression) > LONGEST_EVENT
      ? 'project'
      : 'event'
  const why = cue
    ? because(role === 'project' ? 'a project' : 'an event', cue)
    : `it lasts ${long ? 'long' : 'briefly'}`
  return { role, confidence: cue ? 0.88 : 0.7, because: why }
}

/** "Program trwa do 31 grudnia 2025 r.": what a programme by its bare name does until then is a project. */
function runs({ before, span, expression }: Place): Verdict | null {
  const [verb, noun] = [before.find(({ id }) => id === 'end'), before.find(({ id }) => NOUNS.includes(id))]
  if (!verb || noun?.id !== 'strategy' || noun.end > verb.start || span.start - verb.end > NEAR / 2) return null
  if (noun.last - noun.first > 1) return null
  const range = { from: null, to: expression.to }
  return { role: 'project', confidence: 0.7, because: because('a programme goes on until then', verb), range }
}

function until(place: Place): Verdict | null {
  const running = runs(place) ?? payingUntil(place)
  if (running) return running
  const reported = place.before.some(({ id }) => id === 'report')
  const near = labelled(place) ?? governing(place, reported ? ENDED : [...ENDED, 'carried'])
  // "Kurs opłaca projekt, współfinansowany z Funduszu, który potrwa do …": what a fund pays for ends, not the fund.
  const paid = near?.id === 'programme' ? place.before.find(({ id }) => id === 'project') : undefined
  const cue = paid ?? near
  const open = { from: null, to: place.expression.to }
  if (cue?.id === 'project' || (cue?.id === 'carried' && !isDenied(place, cue)))
    return { role: 'project', confidence: 0.8, because: because('a project’s end', cue), range: open }
  if (cue?.id === 'programme' && !place.before.some(({ id }) => id === 'deadline'))
    return { role: 'programme', confidence: 0.7, because: because('a programme’s end', cue), range: open }
  const lasts = place.before.some(({ id, end }) => id === 'end' && place.span.start - end <= NEAR)
  if (cue?.id === 'event' && lasts && place.expression.to?.day === undefined)
    return { role: 'event', confidence: 0.7, because: because('an event that goes on until then', cue), range: open }
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

/** "Od listopada 2021 r. rusza szkolenie": what a verb beside the month says to begin. */
function beginning({ expression, before, after, span }: Place): Verdict | null {
  if (expression.edge !== 'since') return null
  const isNear = (cue: Span): boolean => Math.max(cue.start - span.end, span.start - cue.end) <= 2 * NEAR
  const cue = [...before, ...after].find((one) => one.id === 'start' && isNear(one))
  return cue ? { role: 'event', confidence: 0.7, because: because('a beginning', cue) } : null
}

/** "Dotacja kończy się 31 grudnia 2026", "projekt zakończy się we wrześniu 2026": the last day or month of a project. */
function ending(place: Place): Verdict | null {
  const { before, span, expression } = place
  const verb = before.find(({ id, end }) => id === 'end' && span.start - end <= NEAR / 2)
  const of = verb && before.find(({ id }) => OCCASIONS.includes(id))
  if (of?.id !== 'project') return null
  const range = { from: null, to: expression.to }
  return { role: 'project', confidence: 0.75, because: because('a project’s end', of), range }
}

/** A month is an event's only where the sentence holds one. */
function month(place: Place): Verdict | null {
  const begun = since(place) ?? ending(place) ?? beginning(place)
  if (begun) return begun
  const cue = governing(place, ['event', 'statistics']) ?? meeting(place)
  return cue && cue.id !== 'statistics' && place.expression.edge === null
    ? { role: 'event', confidence: 0.75, because: because('an event', cue) }
    : null
}

/** "Izveštaj razmatra se u februaru 2024.": who meets, or what they deal with, in the clause of the month. */
const meeting = (place: Place): Hit<Cue> | undefined =>
  [...place.before, ...place.after].find(
    (cue) =>
      cue.id === 'meets' && cue.start - place.span.end <= NEAR && isTogether(place, cue) && !isDenied(place, cue),
  )

/** A full date in running text dates what happens on it. */
function day(place: Place): Verdict {
  const bounded = since(place) ?? ending(place)
  if (bounded) return bounded
  const cue = governing(place, ['event', 'deadline'])
  if (!cue && place.expression.edge === 'until' && place.ahead === false)
    return reference('a day until which was counted')
  return {
    role: 'event',
    confidence: cue ? 0.85 : 0.7,
    because: cue ? because('an event', cue) : 'a day on which something happens',
  }
}
