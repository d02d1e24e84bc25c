import { STATUSES, type Status } from '../contract/index.ts'

/** How many documents there are, by status and by language. */
export interface Counts {
  readonly documents: Readonly<Record<Status, number>>
  readonly languages: Readonly<Record<string, number>>
}

/** What there is. Not complete where it was more than was asked to be looked at: then it is at least so many. */
export interface Tally extends Counts {
  readonly municipalities: number
  readonly isComplete: boolean
}

/** Language of documents that are not analysed, or in none that is known. */
const UNKNOWN = 'und'

/** So many documents with one status and language. */
interface Group {
  readonly status: Status
  readonly language: string | null
  readonly documents: number
}

/** Counts groups of documents: `countsOf([{ status: 'analysed', language: 'sr', documents: 3 }])`. */
export function countsOf(groups: readonly Group[]): Counts {
  const sum = (some: readonly Group[]) => some.reduce((total, { documents }) => total + documents, 0)
  const byStatus = Map.groupBy(groups, ({ status }) => status)
  const byLanguage = [...Map.groupBy(groups, ({ language }) => language ?? UNKNOWN)]
  return {
    documents: Object.fromEntries(
      STATUSES.map((status) => [status, sum(byStatus.get(status) ?? [])]),
    ) as Counts['documents'],
    languages: Object.fromEntries(byLanguage.map(([language, own]) => [language, sum(own)])),
  }
}

/** A document as a group of its own. */
export const alone = ({ status, language }: Omit<Group, 'documents'>): Group => ({ status, language, documents: 1 })
