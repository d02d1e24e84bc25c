import type { Compared, DocumentRef, EvidenceQuote, Fact } from '../contract/index.ts'
import type { Edge, Quote } from '../store/index.ts'
import { inOrder, nameOf } from './name.ts'

/** Documents by id, as far as facts point to them. */
export type DocumentRefs = ReadonlyMap<string, DocumentRef>

/** What the documents say of one concept, without its name. */
export type FactBody = Omit<Fact, 'concept' | 'broader'>

/** What is said where nothing is found. */
export const NOTHING: FactBody = {
  documents: [],
  mentions: 0,
  confidence: 0,
  years: [],
  periods: [],
  targetGroups: [],
  quotes: [],
}

/** One fact out of the edges of one concept: one edge, but for periods one per period of the role. */
export function factOf(dimension: Compared, edges: readonly Edge[], refs: DocumentRefs): FactBody {
  const groups = [...new Set(edges.flatMap((edge) => edge.targetGroups))]
  return {
    documents: [...new Set(edges.flatMap((edge) => edge.documents))].map((id) => refs.get(id) ?? unknown(id)),
    mentions: edges.reduce((sum, edge) => sum + edge.mentions, 0),
    confidence: Math.max(0, ...edges.map((edge) => edge.confidence)),
    years: distinct(
      edges.flatMap((edge) => edge.years.map(([from, to]): [number | null, number | null] => [from, to])),
    ),
    periods: dimension === 'periods' ? edges.map(({ code }) => code.slice(code.indexOf(':') + 1)).sort() : [],
    targetGroups: inOrder(
      'targetGroups',
      groups.map((code) => nameOf('targetGroups', { code })),
    ),
    quotes: quotesOf(edges).map(evidence),
  }
}

/** The quotes of one edge, or the best quote of each of several. */
const quotesOf = (edges: readonly Edge[]): Quote[] =>
  edges.flatMap((edge) => (edges.length === 1 ? edge.quotes : edge.quotes.slice(0, 1)))

const unknown = (id: string): DocumentRef => ({ id, title: id, pages: null })

const distinct = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

/** A stored quote as replies show it, with the place of its words in the sentence. */
function evidence(quote: Quote): EvidenceQuote {
  const { page, ...rest } = quote
  return { ...rest, highlight: highlightOf(quote), page: page ?? null }
}

function highlightOf({ text, sentence }: Quote): EvidenceQuote['highlight'] {
  for (const words of [text, text.replace(/\s+/gu, ' ')]) {
    const start = sentence.indexOf(words)
    if (start >= 0) return [start, start + words.length]
  }
  return null
}
