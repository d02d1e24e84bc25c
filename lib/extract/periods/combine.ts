import { at, type Span } from '../../text/index.ts'
import type { Atom } from './atom.ts'
import { isForward, type Point } from './edtf.ts'
import { rowFrom } from './row.ts'
import { type Expression, type Shapes, shapesOf } from './shapes.ts'
import type { Words } from './words.ts'

/** Characters before, between and behind dates in which what joins them is looked for. */
const REACH = 40
/** No plan lasts more years. */
const MOST = 40
const EDGE_RULES = { until: 'period/until', since: 'period/since' } as const

/** What is known of the text around the atoms. */
interface Setting {
  readonly words: Words
  /** Lines that name a plan of many years. */
  readonly heads: readonly Span[]
}

/** Joins atoms into periods ("od 1. marta do 31. oktobra 2020", "2015 -2030") and drops those that stand for nothing alone. */
export function combine(folded: string, atoms: readonly Atom[], { words, heads }: Setting): Expression[] {
  const shapes = shapesOf(words)
  const expressions: Expression[] = []
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]
    const next = atoms[i + 1]
    if (!atom) continue
    const listed = rowFrom(folded, atoms.slice(i, i + MOST), shapes)
    if (listed) {
      expressions.push(listed.row)
      i += listed.count - 1
      continue
    }
    const joined = next && join(folded, { atom, next, shapes, head: at(heads, atom.start) })
    if (joined) {
      expressions.push(joined)
      i++
    } else if (!atom.weak || isPlaced(folded, atom, shapes)) {
      const head = at(heads, atom.start)
      expressions.push(...single(folded, atom, { shapes, closes: head !== undefined && closes(folded, atom, head) }))
    }
  }
  return expressions
}

/**
 * "do kraja juna", "tokom oktobra": a month without a year counts as an end where the words say which part of it, and where
 * they say that something happens in it.
 */
function isPlaced(folded: string, { start, to }: Atom, { untilPart, inYear }: Shapes): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start)
  return to.year === undefined && (untilPart.test(before) || inYear.test(before))
}

/** "Strategia … Miasta Jasła 2030": a year that ends the line of a plan's name says until when it looks. */
const closes = (folded: string, atom: Atom, head: Span): boolean =>
  atom.end === head.end && /\p{L} $/u.test(folded.slice(Math.max(0, atom.start - 2), atom.start))

interface Pair {
  readonly atom: Atom
  readonly head: Span | undefined
  readonly next: Atom
  readonly shapes: Shapes
}

function join(folded: string, { atom, next, shapes, head }: Pair): Expression | null {
  const gap = folded.slice(atom.end, next.start)
  if (gap.length > REACH || /\n[^\S\n]*\n/u.test(gap)) return null
  const match = shapes.joint.exec(gap)
  if (!match) return null
  const joint = match.groups?.['joint'] ?? ''
  const from = complete(atom.from, next.to)
  const to = next.to.year === undefined ? after(next.to, from) : next.to
  const range = { from, to }
  const before = folded.slice(Math.max(0, atom.start - REACH), atom.start)
  if (!isForward(range) || !fits(folded, { atom, next, joint, range, before, shapes, head })) return null
  const years = to.month === undefined && from.month === undefined
  const inYear = years && shapes.inYear.test(before)
  const rule = years ? 'period/year-range' : to.day === undefined ? 'period/month-range' : 'period/day-range'
  return { start: atom.start, end: next.end, ...range, rule, edge: null, forYear: false, inYear }
}

interface Joint extends Pair {
  readonly joint: string
  readonly range: { readonly from: Point; readonly to: Point }
  /** What stands before the first. */
  readonly before: string
}

/**
 * May these two points be joined so? A dash or "do" joins any, "/" years, "i" only years that follow one another, a space years
 * behind a lead or in a plan's name.
 */
function fits(folded: string, { atom, next, joint, range, before, shapes, head }: Joint): boolean {
  const { from, to } = range
  const years = from.month === undefined && to.month === undefined
  const successive = years && (to.year ?? 0) - (from.year ?? 0) === 1
  if (joint === '') return years && (head !== undefined || shapes.lead.test(before) || isLine(folded, atom, next))
  if (joint === '/') return years
  if (shapes.betweenAnd.test(joint) && shapes.between.test(before)) return true
  // "do 15. januara, do 15. aprila": two ends are no range.
  if (/\p{L}/u.test(joint) && shapes.until.test(before)) return successive
  if (shapes.and.test(joint)) return successive
  if (shapes.betweenAnd.test(joint)) return false
  return joint === '-' || (from.month === undefined) === (to.month === undefined) || shapes.since.test(before)
}

/** Two years that are all of their line: "2020 2024" on a cover. */
const isLine = (folded: string, { start }: Span, { end }: Span): boolean =>
  /(?:^|\n)[^\S\n]*$/u.test(folded.slice(Math.max(0, start - REACH), start)) &&
  /^\.?[^\S\n]*(?:\n|$)/u.test(folded.slice(end, end + REACH))

/** The first point with the year of the second: of the year before where it would else come later. */
function complete(from: Point, to: Point): Point {
  if (from.year !== undefined || to.year === undefined) return from
  const month = from.month ?? to.month
  const late = (from.month ?? 0) * 32 + (from.day ?? 0) > (to.month ?? 12) * 32 + (to.day ?? 31)
  return { ...from, ...(month !== undefined && { month }), year: late ? to.year - 1 : to.year }
}

/** A point without a year behind one that has it. */
function after(to: Point, from: Point): Point {
  if (from.year === undefined || to.month === undefined) return to
  const early = to.month * 32 + (to.day ?? 31) < (from.month ?? 1) * 32 + (from.day ?? 1)
  return { ...to, year: early ? from.year + 1 : from.year }
}

/** A date by itself, with what stands before it: "do 2030 roku", "od 1. juna 2019". A bare number of four figures is no year. */
function single(folded: string, atom: Atom, { shapes, closes }: { shapes: Shapes; closes: boolean }): Expression[] {
  const before = folded.slice(Math.max(0, atom.start - REACH), atom.start)
  const behind = folded.slice(atom.end, atom.end + 12)
  const year = atom.rule === 'period/year'
  const led = shapes.until.test(before) || shapes.alone.test(before)
  const until = shapes.until.test(before) || (year && closes && !led)
  const since = !until && shapes.since.test(before)
  if (year && !until && !since && !shapes.suffix.test(behind) && !shapes.alone.test(before)) return []
  const edge = atom.from !== atom.to ? null : until ? 'until' : since ? 'since' : null
  return [
    {
      ...atom,
      rule: edge ? EDGE_RULES[edge] : atom.rule,
      edge,
      forYear: (year || atom.rule === 'period/part-of-year') && shapes.forYear.test(before),
      inYear: year && shapes.inYear.test(before),
    },
  ]
}
