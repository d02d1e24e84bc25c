import type { Hit } from '../../locales/index.ts'
import { type Block, contains, type Doc, inside, type Span } from '../../text/index.ts'
import type { Words } from './words.ts'
import { columnZone, LONGEST_LABEL, SUM, type Zone } from './zone.ts'

/** So many heads of one table name who pays, "Ostali" among them. */
const FEWEST = 2

/**
 * Tables of sums with a column for each giver: "Cilj | Ukupno | Opština | Komesarijat | Ostali". A head counts by the first
 * sum below it, and so does a name beside a sum below "Ostali".
 */
export function payers(doc: Doc, words: Words, names: readonly Hit[]): Zone[] {
  let heads: ReadonlyMap<number, Span> = new Map()
  let counted = new Set<number>()
  return doc.blocks.flatMap((block) => {
    if (block.kind !== 'row') {
      if (/\p{L}/u.test(doc.text.slice(block.start, block.end))) heads = new Map()
      return []
    }
    if (!block.cells.some((cell) => isSum(doc.text.slice(cell.start, cell.end)))) {
      heads = headsOf(doc, block, { words, names })
      counted = new Set()
      return []
    }
    return [...heads].flatMap(([column, head]) => {
      const cell = block.cells[column]
      if (!cell || !SUM.test(doc.text.slice(cell.start, cell.end))) return []
      const first = !counted.has(column)
      counted.add(column)
      const named = inside(names, cell).length > 0
      return [...(first ? [head] : []), ...(named ? [cell] : [])].map((span) => columnZone(doc, span, head, true))
    })
  })
}

/** A sum with its currency, and not the number of an article in a head: "Gminy (art. 191)". */
const isSum = (words: string): boolean => SUM.test(words) && !/\(\s?\p{L}|\p{L}{7}/u.test(words)

interface Known {
  readonly words: Words
  readonly names: readonly Hit[]
}

/** The cells that name who pays, by their column; none where it is but one. */
function headsOf(doc: Doc, { cells }: Block, { words, names }: Known): ReadonlyMap<number, Span> {
  const isPayer = (cell: Span): boolean => {
    const text = { tokens: inside(doc.tokens, cell), blocks: doc.blocks }
    const hits = [...words.actors.find(text), ...words.others.find(text), ...inside(names, cell)]
    return hits.some((hit) => contains(cell, hit) && !/\p{L}/u.test(doc.text.slice(cell.start, hit.start)))
  }
  const found = [...cells.entries()].filter(
    ([column, cell]) => column > 0 && cell.end - cell.start <= LONGEST_LABEL && isPayer(cell),
  )
  return new Map(found.length >= FEWEST ? found : [])
}
