import type { SizedPage } from './headings.ts'
import { dealt, lettersIn, type Stroke } from './stroke.ts'

/** Lines that may stand between a table and the edge of its page: a running footer or header. */
const EDGE = 3

/**
 * Joins rows that a page break cuts: where a page ends in a row and the next begins with one that has empty cells and
 * goes on in small letters, its words go to the cells they belong to, on the page where the row begins.
 *
 *     continueRows(['Mera\tosobe sa', '\tinvaliditetom'])   // ['Mera\tosobe sa invaliditetom', '']
 */
export function continueRows(pages: readonly SizedPage[]): SizedPage[] {
  const lines = pages.map(({ text }) => text.split('\n'))
  const sizes = pages.map((page) => [...page.sizes])
  const strokes = pages.map((page) => [...(page.strokes ?? [])])
  for (let page = 1; page < lines.length; page++) {
    const [above, below] = [lines[page - 1] ?? [], lines[page] ?? []]
    const last = above.findLastIndex((line) => line.includes('\t'))
    const first = below.findIndex((line) => line.includes('\t'))
    if (last < 0 || first < 0 || wordy(above.slice(last + 1)) > EDGE || wordy(below.slice(0, first)) > EDGE) continue
    const row = (above[last] ?? '').split('\t')
    const rest = (below[first] ?? '').split('\t')
    if (!goesOn(row, rest)) continue
    above[last] = row.map((cell, i) => [cell, rest[i]].filter(Boolean).join(' ')).join('\t')
    const [ends, goes] = [strokes[page - 1], strokes[page]]
    if (ends && goes) ends[last] = woven({ row, rest }, [ends[last] ?? [], goes[first] ?? []])
    for (const list of [below, sizes[page], goes]) list?.splice(first, 1)
  }
  return lines.map((line, i) => ({ text: line.join('\n'), sizes: sizes[i] ?? [], strokes: strokes[i] ?? [] }))
}

type Cells = readonly string[]
type Painted = readonly Stroke[]

/** The strokes of a row and of its rest, cell by cell. */
function woven({ row, rest }: { row: Cells; rest: Cells }, [first, second]: readonly [Painted, Painted]): Stroke[] {
  const below = dealt(rest.map(lettersIn), second)
  return dealt(row.map(lettersIn), first).flatMap((cell, i) => [...cell, ...(below[i] ?? [])])
}

const wordy = (lines: readonly string[]): number => lines.filter((line) => line.trim()).length

function goesOn(row: readonly string[], rest: readonly string[]): boolean {
  const hasEmpty = rest.length < row.length || rest.some((cell) => !cell)
  const isPartOf = rest.every((cell, i) => !cell || row[i])
  return rest.length <= row.length && hasEmpty && isPartOf && rest.some((cell) => /^\p{Ll}/u.test(cell))
}
