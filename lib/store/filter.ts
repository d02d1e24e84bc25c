import { fold } from '../text/index.ts'
import type { DocumentFilter, DocumentItem, ProfileItem } from './store.ts'

/** Does a document pass every part of the filter that is given? The same in every home. */
export function matchesDocument(filter: DocumentFilter, item: DocumentItem): boolean {
  const { municipality, country, language, kind, status } = filter
  if (municipality !== undefined && !item.municipalities.includes(municipality)) return false
  if (country !== undefined && item.country !== country) return false
  if (language !== undefined && item.language !== language) return false
  if (kind !== undefined && item.kind !== kind) return false
  if (status !== undefined && item.status !== status) return false
  return matchesConcepts(filter, item) && matchesYears(filter, item)
}

function matchesConcepts({ service, targetGroup, funder }: DocumentFilter, { concepts }: DocumentItem): boolean {
  if (service !== undefined && !concepts.services?.includes(service)) return false
  if (targetGroup !== undefined && !concepts.targetGroups?.includes(targetGroup)) return false
  return funder === undefined || (concepts.funders?.includes(funder) ?? false)
}

/** A strategy that is open at one end reaches without end; a document without strategy years reaches nowhere. */
function matchesYears(filter: DocumentFilter, item: DocumentItem): boolean {
  if (filter.from === undefined && filter.to === undefined) return true
  if (item.from === null && item.to === null) return false
  const startsInTime = filter.to === undefined || item.from === null || item.from <= filter.to
  const endsInTime = filter.from === undefined || item.to === null || item.to >= filter.from
  return startsInTime && endsInTime
}

/** Does a profile's name hold the query, both folded? `Пожега` and `pozeg` match `Požega`. */
export const matchesProfile = (query: string | undefined, { name }: ProfileItem): boolean =>
  query === undefined || fold(name).includes(fold(query.trim()))
