import * as z from 'zod'
import { type Labels, PERIOD_ROLES, type PeriodRole, SCHEMES, type SchemeId } from '../contract/index.ts'
import data from '../data/concepts.json' with { type: 'json' }
import { cyrillic } from './cyrillic.ts'

/** One unit of meaning of a scheme, the same in every language. */
export interface Concept {
  readonly id: string
  readonly scheme: SchemeId
  readonly labels: Labels
  /** Id of the group that holds it; undefined for a group. */
  readonly broader?: string
  /** Eurostat ESSPROS function. */
  readonly esspros?: string
  /** United Nations COFOG class. */
  readonly cofog?: string
  /** Of a service, the groups whom it is for by its nature, the nearest first. */
  readonly serves: readonly string[]
  /** Provision of the law that it goes back to, by country. */
  readonly legal: Readonly<Record<string, string>>
}

const Names = z.strictObject({ en: z.string().min(1), sr: z.string().min(1), pl: z.string().min(1) })
const ConceptSource = Names.extend({
  esspros: z.enum(['SICK', 'DISA', 'OLD', 'SURV', 'FAM', 'UNEMP', 'HOUS', 'EXCL']),
  cofog: z.string().regex(/^\d\d\.\d\.\d$/),
  serves: z.array(z.string()).default([]),
  RS: z.string().optional(),
  PL: z.string().optional(),
})
const SchemeSource = z.record(z.string(), Names.extend({ concepts: z.record(z.string(), ConceptSource) }))
const Source = z.strictObject({
  services: SchemeSource,
  'target-groups': SchemeSource,
  names: z.strictObject({
    schemes: z.record(z.enum(SCHEMES), Names),
    'period-roles': z.record(z.enum(PERIOD_ROLES), Names),
  }),
})

/** Names as the data have them, with Serbian in both scripts, and English where a language lacks. */
export const inScripts = ({
  en,
  sr,
  pl = en,
}: {
  en: string
  sr?: string | undefined
  pl?: string | undefined
}): Labels => ({
  en,
  'sr-Latn': sr ?? en,
  'sr-Cyrl': sr === undefined ? en : cyrillic(sr),
  pl,
})

function build(scheme: SchemeId, source: z.infer<typeof SchemeSource>): Concept[] {
  return Object.entries(source).flatMap(([id, group]) => [
    { id, scheme, labels: inScripts(group), serves: [], legal: {} },
    ...Object.entries(group.concepts).map(([narrower, { esspros, cofog, serves, RS, PL, ...rest }]) => ({
      id: narrower,
      scheme,
      labels: inScripts(rest),
      broader: id,
      esspros,
      cofog,
      serves,
      legal: { ...(RS && { RS }), ...(PL && { PL }) },
    })),
  ])
}

const sources = Source.parse(data)
const schemes: Readonly<Record<SchemeId, ReadonlyMap<string, Concept>>> = {
  services: byId('services'),
  'target-groups': byId('target-groups'),
}

function byId(scheme: SchemeId): ReadonlyMap<string, Concept> {
  return new Map(build(scheme, sources[scheme]).map((concept) => [concept.id, concept]))
}

/** All concepts of a scheme in the order in which they are shown: each group, then its concepts. */
export const conceptsOf = (scheme: SchemeId): Concept[] => [...schemes[scheme].values()]

/** The concept of an id, or undefined: `conceptOf('services', 'home-care')?.labels.pl`. */
export const conceptOf = (scheme: SchemeId, id: string): Concept | undefined => schemes[scheme].get(id)

/** The group that a concept belongs to; undefined for a group and for what the scheme lacks. */
export function groupOf(scheme: SchemeId, id: string): Concept | undefined {
  const broader = conceptOf(scheme, id)?.broader
  return broader === undefined ? undefined : conceptOf(scheme, broader)
}

/** Place of each concept in the order of its scheme, to sort by. */
export const ranks = (scheme: SchemeId): ReadonlyMap<string, number> =>
  new Map([...schemes[scheme].keys()].map((id, rank) => [id, rank]))

/** The name of a scheme: `schemeLabels('target-groups').en === 'Target groups'`. */
export const schemeLabels = (scheme: SchemeId): Labels => inScripts(sources.names.schemes[scheme])

/** The name of what a period is a period of: `roleLabels('event').pl === 'Wydarzenie'`. */
export const roleLabels = (role: PeriodRole): Labels => inScripts(sources.names['period-roles'][role])
