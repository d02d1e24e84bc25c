import { conceptOf } from '../concepts/index.ts'
import type { AnalysisRecord, Mention } from '../contract/index.ts'

/** One claim as a tidy row: what a document says of a municipality in one dimension, with its best words. */
export interface Row {
  /** Id of the municipality that the document is about; empty where it is about none. */
  readonly municipality: string
  readonly municipality_name: string
  readonly country: string
  /** services, targetGroups, periods, funders. */
  readonly dimension: string
  /** Concept or funder id, or the role of a period; empty for what no list knows. */
  readonly concept: string
  /** English name of the concept; the words as written for what no list knows. */
  readonly label: string
  /** Of a period: EDTF, 2019/2022. */
  readonly period: string
  /** Of a service: ids of the groups that the text ties it to, separated by a space. */
  readonly target_groups: string
  readonly document: string
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly mentions: number
  readonly quote: string
  /** UTF-16 offsets of the quote in the document's text. */
  readonly start: number
  readonly end: number
  readonly page: number | null
  readonly confidence: number
  readonly rule: string
  /** Key of the file that the document came as. */
  readonly source: string
  readonly engine: string
}

/** Columns of a tidy table, in their order. */
export const COLUMNS = [
  'municipality',
  'municipality_name',
  'country',
  'dimension',
  'concept',
  'label',
  'period',
  'target_groups',
  'document',
  'title',
  'kind',
  'language',
  'mentions',
  'quote',
  'start',
  'end',
  'page',
  'confidence',
  'rule',
  'source',
  'engine',
] as const satisfies readonly (keyof Row)[]

type Fact = Pick<Row, 'dimension' | 'concept' | 'label' | 'period' | 'target_groups'> & { mentions: readonly Mention[] }

/** The rows of one record: one for each municipality that it is about × dimension × concept. */
export function rowsOf(record: AnalysisRecord): Row[] {
  const subjects = record.municipalities.filter(({ role }) => role === 'subject')
  const places = subjects.length ? subjects : [{ id: '', name: '', country: '' }]
  const facts = factsOf(record)
  return places.flatMap(({ id, name, country }) =>
    facts.flatMap((fact) => rowOf({ municipality: id, municipality_name: name, country }, fact, record)),
  )
}

type Place = Pick<Row, 'municipality' | 'municipality_name' | 'country'>

function rowOf(place: Place, { mentions, ...fact }: Fact, record: AnalysisRecord): Row[] {
  const [best] = [...mentions].sort((a, b) => b.confidence - a.confidence || a.start - b.start)
  if (!best) return []
  const { text: quote, start, end, page = null, confidence, rule } = best
  return [
    {
      ...place,
      ...fact,
      ...{ document: record.id, title: record.title ?? '', kind: record.kind, language: record.language.code },
      ...{ mentions: mentions.length, quote, start, end, page, confidence, rule },
      source: record.source.key,
      engine: record.engine.version,
    },
  ]
}

function factsOf({ services, targetGroups, periods, funders }: AnalysisRecord): Fact[] {
  const none = { concept: '', period: '', target_groups: '' }
  return [
    ...services.map(({ concept, label, targetGroups: groups, mentions }) => ({
      ...{ ...none, dimension: 'services', concept: concept ?? '', target_groups: groups.join(' '), mentions },
      label: (concept && conceptOf('services', concept)?.labels.en) || (label ?? ''),
    })),
    ...targetGroups.map(({ concept, label, mentions }) => ({
      ...{ ...none, dimension: 'targetGroups', concept: concept ?? '', mentions },
      label: (concept && conceptOf('target-groups', concept)?.labels.en) || (label ?? ''),
    })),
    ...periods.map(({ role, edtf, mentions }) => ({
      ...{ ...none, dimension: 'periods', concept: role, label: '', period: edtf, mentions },
    })),
    ...funders.map(({ id, name, mentions }) => ({
      ...{ ...none, dimension: 'funders', concept: id ?? '', label: name, mentions },
    })),
  ]
}
