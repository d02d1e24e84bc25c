import {
  CELL_WORDS,
  type CellState,
  type Compared,
  type Comparison,
  type ComparisonCell,
  type Fact,
  type MunicipalityRef,
  type NamedConcept,
} from '../contract/index.ts'
import type { Edge } from '../store/index.ts'
import { type DocumentRefs, type FactBody, factOf, NOTHING } from './fact.ts'
import { broaderOf, conceptIdOf, inOrder, nameOf } from './name.ts'

export { type DocumentRefs, type FactBody, factOf } from './fact.ts'
export { nameOf } from './name.ts'

/** One municipality to compare: who it is, how many documents it has, and what they say in the dimension. */
export interface Column {
  readonly municipality: MunicipalityRef
  readonly documents: number
  readonly edges: readonly Edge[]
}

/**
 * The comparison of municipalities in one dimension: a row for each concept that is found for any of them, a cell for
 * each municipality. A concept that the documents do not name is `not-found`, which says nothing of the municipality
 * itself; a municipality without documents is `no-documents`.
 */
export function compare(dimension: Compared, columns: readonly Column[], refs: DocumentRefs): Comparison {
  const byColumn = columns.map(({ edges }) => byConcept(dimension, edges))
  const concepts = new Map(byColumn.flatMap((found) => named(dimension, found)).map((concept) => [concept.id, concept]))
  return {
    dimension,
    columns: columns.map(({ municipality, documents }) => ({ ...municipality, documents })),
    rows: inOrder(dimension, [...concepts.values()]).map((concept) => ({
      concept,
      broader: broaderOf(dimension, concept.id),
      cells: columns.map((column, i) => {
        const edges = byColumn[i]?.get(concept.id)
        return cellOf(column, edges && factOf(dimension, edges, refs))
      }),
    })),
  }
}

/** All that is said of one municipality in one dimension, in the order in which it is shown. */
export function factsOf(dimension: Compared, edges: readonly Edge[], refs: DocumentRefs): Fact[] {
  const found = byConcept(dimension, edges)
  return inOrder(dimension, named(dimension, found)).map((concept) => ({
    concept,
    broader: broaderOf(dimension, concept.id),
    ...factOf(dimension, found.get(concept.id) ?? [], refs),
  }))
}

const named = (dimension: Compared, found: ReadonlyMap<string, readonly Edge[]>): NamedConcept[] =>
  [...found.values()].flatMap(([edge]) => (edge ? [nameOf(dimension, edge)] : []))

/** Edges of the dimension by concept, each list in the order of its codes. */
function byConcept(dimension: Compared, edges: readonly Edge[]): Map<string, Edge[]> {
  const own = edges.filter((edge) => edge.dimension === dimension).sort((a, b) => (a.code < b.code ? -1 : 1))
  return Map.groupBy(own, (edge) => conceptIdOf(dimension, edge.code))
}

function cellOf({ municipality, documents }: Column, fact: FactBody | undefined): ComparisonCell {
  const state: CellState = fact ? 'found' : documents > 0 ? 'not-found' : 'no-documents'
  return { municipality: municipality.id, state, words: CELL_WORDS[state], ...(fact ?? NOTHING) }
}
