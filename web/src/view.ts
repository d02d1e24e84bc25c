import type { Compared, Kind, LabelLanguage, Status } from '../../lib/contract/index.ts'

/** Dimensions a comparison can show, in the order of its tabs. */
export const TABS: readonly Compared[] = ['services', 'targetGroups', 'periods', 'funders']

/** Languages in which concepts can be read, under the names that their readers call them by. */
export const LABELS: Readonly<Record<LabelLanguage, string>> = {
  en: 'English',
  'sr-Latn': 'srpski',
  'sr-Cyrl': 'српски',
  pl: 'polski',
}

/** What narrows the list of documents; null for all. */
export interface Filter {
  readonly status: Status | null
  readonly kind: Kind | null
  readonly language: string | null
}

/** All that the page shows, as its address says it: whoever opens the address sees the same. */
export interface View {
  readonly page: 'compare' | 'documents' | 'document'
  /** Chosen municipalities in their order; null where none were chosen and the page picks some itself. */
  readonly municipalities: readonly string[] | null
  readonly dimension: Compared
  /** Concepts found nowhere are shown too. */
  readonly all: boolean
  /** The opened cell of the comparison. */
  readonly cell: { readonly code: string; readonly municipality: string } | null
  readonly document: string | null
  /** The words shown in the opened document. */
  readonly at: { readonly start: number; readonly end: number } | null
  readonly labels: LabelLanguage
  readonly filter: Filter
}

/** The view an address without a query shows. */
export const START: View = {
  page: 'compare',
  municipalities: null,
  dimension: 'services',
  all: false,
  cell: null,
  document: null,
  at: null,
  labels: 'en',
  filter: { status: null, kind: null, language: null },
}

const STATUSES: readonly Status[] = ['received', 'reading', 'analysed', 'failed']
const KINDS: readonly Kind[] = ['strategy', 'news', 'other']

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => one === value) ?? null

/** Reads a view from the query of an address. What is malformed is left at its default. */
export function parse(search: string): View {
  const query = new URLSearchParams(search)
  const document = query.get('document')
  const code = query.get('concept')
  const municipality = query.get('of')
  const at = /^(\d{1,9})-(\d{1,9})$/u.exec(query.get('at') ?? '')
  return {
    page: document ? 'document' : query.get('view') === 'documents' ? 'documents' : 'compare',
    municipalities: query.has('municipality') ? [...new Set(query.getAll('municipality'))].filter(Boolean) : null,
    dimension: oneOf(TABS, query.get('dimension')) ?? START.dimension,
    all: query.get('rows') === 'all',
    cell: code && municipality ? { code, municipality } : null,
    document,
    at: at ? { start: Number(at[1]), end: Number(at[2]) } : null,
    labels: oneOf(Object.keys(LABELS) as LabelLanguage[], query.get('labels')) ?? START.labels,
    filter: {
      status: oneOf(STATUSES, query.get('status')),
      kind: oneOf(KINDS, query.get('kind')),
      language: /^[a-z]{2,3}$/u.exec(query.get('language') ?? '')?.[0] ?? null,
    },
  }
}

/** Writes a view as an address on this page: `/?municipality=rs-70955&dimension=funders`. The inverse of `parse`. */
export function format(view: View): string {
  const query = new URLSearchParams()
  if (view.page === 'documents') query.set('view', 'documents')
  if (view.page === 'document' && view.document) query.set('document', view.document)
  if (view.page === 'document' && view.at) query.set('at', `${view.at.start}-${view.at.end}`)
  for (const id of view.municipalities ?? []) query.append('municipality', id)
  if (view.municipalities?.length === 0) query.set('municipality', '')
  if (view.dimension !== START.dimension) query.set('dimension', view.dimension)
  if (view.all) query.set('rows', 'all')
  if (view.cell) query.set('concept', view.cell.code)
  if (view.cell) query.set('of', view.cell.municipality)
  for (const [name, value] of Object.entries(view.filter)) if (value) query.set(name, value)
  if (view.labels !== START.labels) query.set('labels', view.labels)
  const text = query.toString()
  return text ? `/?${text}` : '/'
}
