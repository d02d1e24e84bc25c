import { lastingFrom, monthsBehind } from './duration.ts'
import { daysOf, edtf, isForward } from './edtf.ts'
import type { Judged } from './main.ts'
import type { Scene } from './scene.ts'
import { governing } from './verdict.ts'

/** Applications and remarks are taken for so many days at most. */
const CALL = 75
/** So far apart may a beginning and its end stand. */
const REACH = 700
/** So far where words of a project stand with both. */
const FAR = 2000
/** Among so many dates behind a beginning its end is looked for. */
const NEIGHBOURS = 8

/**
 * A beginning and an end told apart are one period: "od 1. juna 2019. sprovodi projekat … Projekat traje do 31. maja
 * 2020.", "wystartował w styczniu 2020 r. i zakończy się w grudniu 2022 r."
 */
export function paired(judged: readonly Judged[], scene: Scene): Judged[] {
  const out = [...judged]
  for (let i = 0; i < out.length; i++) {
    const first = out[i]
    if (!first || !begins(first)) continue
    const told = toldLength(first, scene)
    if (told) {
      out[i] = told
      continue
    }
    const at =
      i + 1 + out.slice(i + 1, i + 1 + NEIGHBOURS).findIndex((other) => ends(first, other) && isNear(first, other))
    const second = at > i ? out[at] : undefined
    if (!second) continue
    const range = { from: first.expression.from, to: second.expression.to }
    if (edtf(range) === null || !isForward(range)) continue
    const isCall = daysOf(range) <= CALL && governing(second, ['project', 'deadline'])?.id === 'deadline'
    const verdict = {
      role: isCall ? 'event' : 'project',
      confidence: 0.8,
      because: 'its beginning and its end, told apart',
      range,
    } as const
    const rule = 'period/start-and-end'
    out[i] = { ...first, verdict, expression: { ...first.expression, rule } }
    out[at] = { ...second, verdict, expression: { ...second.expression, rule } }
  }
  return out
}

/** "Projekat je počeo 1. marta 2023. i traje 18 meseci": its end is told by how long it lasts. */
function toldLength(first: Judged, { doc, words }: Scene): Judged | undefined {
  const months = ofProject(first) ? monthsBehind(doc.folded.text, first.expression.end, words) : undefined
  const range = months === undefined ? null : lastingFrom(first.expression.from, months)
  if (!range || !isForward(range)) return undefined
  const verdict = { role: 'project', confidence: 0.7, because: 'its beginning, and how long it lasts', range } as const
  return { ...first, verdict, expression: { ...first.expression, rule: 'period/start-and-length' } }
}

const isSingle = ({ expression: { from, to }, verdict }: Judged): boolean =>
  from === to && from?.month !== undefined && verdict.role !== 'publication'

const cued = ({ before, span }: Judged, id: 'start' | 'end'): boolean =>
  before.some((cue) => cue.id === id && span.start - cue.end <= 40)

const ofProject = ({ before, after }: Judged): boolean => [...before, ...after].some(({ id }) => id === 'project')

const begins = (period: Judged): boolean =>
  isSingle(period) &&
  period.expression.edge !== 'until' &&
  (period.expression.edge === 'since' || cued(period, 'start')) &&
  !cued(period, 'end')

const ends = (first: Judged, period: Judged): boolean =>
  isSingle(period) &&
  (period.expression.edge === 'until' || cued(period, 'end')) &&
  (ofProject(period) || (ofProject(first) && period.verdict.role === 'project') || isStretch(first, period))

/**
 * "Startowaliśmy 1 kwietnia 2025, zamykamy 31 marca 2027": in one sentence they need no word of a project, where they
 * stand far apart.
 */
const isStretch = (first: Judged, period: Judged): boolean =>
  first.scope.start === period.scope.start &&
  cued(first, 'start') &&
  cued(period, 'end') &&
  daysOf({ from: first.expression.from, to: period.expression.to }) > CALL

const isNear = (first: Judged, second: Judged): boolean =>
  second.span.start - first.span.end <= (ofProject(first) && ofProject(second) ? FAR : REACH) &&
  (ofProject(first) || first.block === second.block)
