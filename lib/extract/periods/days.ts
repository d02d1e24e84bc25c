import { once } from '../../text/index.ts'
import type { Atom } from './atom.ts'
import { isReal, type Point } from './edtf.ts'
import type { Words } from './words.ts'

/** So far before a date the other days of its list are looked for. */
const LIST = 40

/** "4. i" before the day that a date ends with. */
const jointOf = once(({ and }: Words) => new RegExp(`^(?<first>\\d{1,2})\\.?\\s*${and}\\s*(?=\\d)`, 'u'))

/** "4. i 6. novembra", "8, 15 i 22 marca": each day of a list is a date, but days that follow one another are a range. */
export function withDays(folded: string, atom: Atom, words: Words): Atom[] {
  const own = folded.slice(atom.start, atom.end)
  const joint = jointOf(words).exec(own)
  if (!joint) return [atom]
  const before = folded.slice(Math.max(0, atom.start - LIST), atom.start)
  const listed = /(?<![\p{L}\p{N}.,/-])(?:\d{1,2}\.?,\s*)+$/u.exec(before)
  const days = Array.from(listed?.[0].matchAll(/\d+/gu) ?? [], (match) => ({
    day: Number(match[0]),
    start: atom.start - (listed?.[0].length ?? 0) + match.index,
    length: match[0].length,
  }))
  const first = joint.groups?.['first'] ?? ''
  const last = { ...atom, start: atom.from === atom.to ? atom.start + joint[0].length : atom.start }
  if (atom.from === atom.to) days.push({ day: Number(first), start: atom.start, length: first.length })
  if (atom.from !== atom.to && isRow([...days.map(({ day }) => day), Number(first)], atom.to))
    return [{ ...atom, start: days[0]?.start ?? atom.start, from: { ...atom.to, day: days[0]?.day ?? Number(first) } }]
  const dates = days.map(({ day, start, length }) => {
    const point = { ...atom.to, day }
    return { ...atom, start, end: start + length, from: point, to: point }
  })
  return [...dates.filter(({ to }) => isReal(to)), last]
}

/** Days that follow one another up to the last: "6, 7 i 8 marca" is one range. */
const isRow = (days: readonly number[], { day: last = 0 }: Point): boolean =>
  [...days, last].every((day, i, all) => i === 0 || day - (all[i - 1] ?? day) === 1)
