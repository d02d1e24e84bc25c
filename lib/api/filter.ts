import * as z from 'zod'
import { conceptOf } from '../concepts/index.ts'
import { KINDS, STATUSES, StratlasError } from '../contract/index.ts'
import { funder } from '../gazetteer/funders.ts'
import type { DocumentFilter } from '../store/index.ts'
import { resolvePlace } from './place.ts'
import { defined } from './reply.ts'

const year = z.coerce.number().int().min(1000).max(9999).optional()

/** Parameters by which documents are chosen, the same wherever they are. */
export const FilterQuery = z.object({
  municipality: z.string().min(1).optional().describe('Id or name of a municipality that it is about'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Give an ISO 3166-1 code: RS, PL')
    .optional(),
  language: z.string().max(10).optional().describe('ISO 639-1'),
  kind: z.enum(KINDS).optional(),
  status: z.enum(STATUSES).optional(),
  service: z.string().max(200).optional().describe('Id of a service that it names'),
  targetGroup: z.string().max(200).optional().describe('Id of a target group that it names'),
  funder: z.string().max(200).optional().describe('Id of a funder or programme that it names'),
  from: year.describe('Its strategy reaches into or beyond this year'),
  to: year.describe('Its strategy begins in or before this year'),
})

/** The filter that a query asks for. Throws for a municipality, service, group or funder that is not known. */
export function filterOf(query: z.infer<typeof FilterQuery>): DocumentFilter {
  const { municipality, country, language, kind, status, service, targetGroup, funder: money, from, to } = query
  if (service !== undefined) knownConcept('service', service)
  if (targetGroup !== undefined) knownConcept('targetGroup', targetGroup)
  if (money !== undefined) knownConcept('funder', money)
  if (from !== undefined && to !== undefined && from > to)
    throw new StratlasError('REQUEST_INVALID', `from: The year ${from} comes after ${to}, where the years are to end.`)
  const id = municipality === undefined ? undefined : resolvePlace(municipality).id
  return defined({ municipality: id, country, language, kind, status, service, targetGroup, funder: money, from, to })
}

const KNOWN = {
  service: (id: string) => conceptOf('services', id) !== undefined,
  targetGroup: (id: string) => conceptOf('target-groups', id) !== undefined,
  funder: (id: string) => funder(id) !== undefined,
} as const

/** Throws CONCEPT_UNKNOWN for an id that its list lacks; `@` and words stand for what no list knows. */
export function knownConcept(what: keyof typeof KNOWN, id: string): void {
  if (id.startsWith('@') || KNOWN[what](id)) return
  const list = what === 'funder' ? 'list of funders' : 'concept scheme (GET /v1/concepts)'
  throw new StratlasError('CONCEPT_UNKNOWN', `There is no ${what} "${id.slice(0, 80)}" in the ${list}.`)
}
