import {
  type AnalysisRecord,
  COMPARED,
  type Compared,
  DIMENSIONS,
  type Dimension,
  type DocumentRef,
  type DocumentReply,
  type DocumentSummary,
  documentPath,
  type MunicipalitySummary,
} from '../contract/index.ts'
import { blankRecord } from '../pipeline/blank.ts'
import type { Progress } from '../pipeline/progress.ts'
import type { DocumentItem, ProfileItem } from '../store/index.ts'
import { refOf } from './place.ts'
import { nameInKey } from './uploads.ts'

const linksOf = (id: string): DocumentSummary['links'] => ({
  record: documentPath(id),
  text: `${documentPath(id)}/text`,
  words: `${documentPath(id)}/words`,
  source: `${documentPath(id)}/source`,
})

const countsOf = <Name extends Dimension>(
  names: readonly Name[],
  codes: Readonly<Partial<Record<Dimension, readonly string[]>>>,
): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, codes[name]?.length ?? 0])) as Record<Name, number>

/** A document as a line of the list. */
export const summaryOf = (item: DocumentItem): DocumentSummary => ({
  id: item.id,
  name: nameInKey(item.source.key),
  status: item.status,
  revision: item.revision,
  title: item.title,
  kind: item.kind,
  language: item.language,
  script: item.script,
  country: item.country,
  municipalities: item.municipalities.map((id) => refOf(id)),
  years: [item.from, item.to],
  counts: countsOf<Dimension>(DIMENSIONS, item.concepts),
  problems: [...item.problems],
  source: item.source,
  // Documents of before it was noted have none.
  engine: item.engine ?? null,
  updatedAt: item.updatedAt,
  links: linksOf(item.id),
})

/**
 * A document in full: its record as analysed last, under its status of now. Where nothing is analysed yet, or could not
 * be, the lists are empty and `problems` say why.
 */
export const replyOf = (item: DocumentItem, { record, progress }: Kept): DocumentReply => ({
  ...(record ?? blank(item)),
  source: record?.source ?? item.source,
  status: item.status,
  problems: [...item.problems],
  revision: item.revision,
  updatedAt: item.updatedAt,
  name: nameInKey(item.source.key),
  links: linksOf(item.id),
  progress: progress ?? null,
})

/** What is kept of a document beside its item. */
interface Kept {
  readonly record: AnalysisRecord | undefined
  readonly progress: Progress | undefined
}

const blank = (item: DocumentItem): Omit<AnalysisRecord, 'text'> => {
  const record = blankRecord(item)
  const { code, script } = record.language
  return {
    ...record,
    title: item.title,
    kind: item.kind ?? record.kind,
    language: { ...record.language, code: item.language ?? code, script: item.script ?? script },
  }
}

/** What a fact needs of a document to link to it. */
export const documentRef = ({ id, title, source }: DocumentItem): DocumentRef => ({
  id,
  title: title ?? nameInKey(source.key),
  pages: source.pages ?? null,
})

/** A municipality as a line of the list. */
export const municipalityOf = (profile: ProfileItem): MunicipalitySummary => ({
  ...refOf(profile.municipality, profile.name),
  documents: profile.documents,
  counts: countsOf<Compared>(COMPARED, profile.codes),
  updatedAt: profile.updatedAt,
})
