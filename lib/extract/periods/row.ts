import type { Atom } from './atom.ts'
import type { Expression, Shapes } from './shapes.ts'

/** From so many years on a list of them is a range. */
const ROW = 3
/** Letters before the list. */
const REACH = 40

/** "2022, 2023. i 2024. godina": years that follow one another are one period; null where fewer stand in a row. */
export function rowFrom(
  folded: string,
  atoms: readonly Atom[],
  shapes: Shapes,
): { count: number; row: Expression } | null {
  let count = 1
  while (count < atoms.length && follows(folded, [atoms[count - 1], atoms[count]], shapes)) count++
  const [first, last] = [atoms[0], atoms[count - 1]]
  if (count < ROW || !first || !last) return null
  const inYear = shapes.inYear.test(folded.slice(Math.max(0, first.start - REACH), first.start))
  const { start, from } = first
  const { end, to } = last
  return { count, row: { start, end, from, to, rule: 'period/year-range', edge: null, forYear: false, inYear } }
}

function follows(folded: string, [a, b]: readonly (Atom | undefined)[], { listed }: Shapes): boolean {
  if (a?.rule !== 'period/year' || b?.rule !== 'period/year' || b.start - a.end > REACH) return false
  return (b.to.year ?? 0) - (a.to.year ?? 0) === 1 && listed.test(folded.slice(a.end, b.start))
}
