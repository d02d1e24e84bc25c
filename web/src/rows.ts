import type {
  Compared,
  Comparison,
  ComparisonCell,
  ComparisonRow,
  SchemeId,
  SkosSchemes,
} from '../../lib/contract/index.ts'
import { STATE_WORDS } from './words.ts'

/** The schemes that list all concepts of a dimension; the other dimensions have no end. */
const SCHEME: Readonly<Partial<Record<Compared, SchemeId>>> = { services: 'services', targetGroups: 'target-groups' }

/** Is there a list of all concepts of this dimension, so that those found nowhere can be shown too? */
export const isListed = (dimension: Compared): boolean => SCHEME[dimension] !== undefined

/** Rows of a comparison with those concepts of the scheme that no document names, in the order of the scheme. */
export function allRows(comparison: Comparison, { schemes }: SkosSchemes): readonly ComparisonRow[] {
  const concepts = schemes.find(({ notation }) => notation === SCHEME[comparison.dimension])?.concepts ?? []
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const found = new Map(comparison.rows.map((row) => [row.concept.id, row]))
  const listed = concepts.flatMap(({ notation, prefLabel, broader }): ComparisonRow[] => {
    const row = found.get(notation)
    found.delete(notation)
    if (row) return [row]
    const group = broader === undefined ? undefined : byId.get(broader)
    // A group of concepts is a heading, not a row.
    if (!group) return []
    const concept = { id: notation, labels: prefLabel }
    return [{ concept, broader: { id: group.notation, labels: group.prefLabel }, cells: silent(comparison) }]
  })
  return [...listed, ...found.values()]
}

const silent = ({ columns }: Comparison): ComparisonCell[] =>
  columns.map(({ id, documents }) => {
    const state = documents === 0 ? 'no-documents' : 'not-found'
    const nothing = { documents: [], mentions: 0, confidence: 0, years: [], periods: [], targetGroups: [], quotes: [] }
    return { municipality: id, state, words: STATE_WORDS[state], ...nothing }
  })
