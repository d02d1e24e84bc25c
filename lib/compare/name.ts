import { conceptOf, groupOf, inScripts, ranks, roleLabels } from '../concepts/index.ts'
import { type Compared, type NamedConcept, PERIOD_ROLES, type SchemeId, sameLabels } from '../contract/index.ts'
import { funder } from '../gazetteer/funders.ts'

const SCHEME_OF: Readonly<Record<Compared, SchemeId | undefined>> = {
  services: 'services',
  targetGroups: 'target-groups',
  periods: undefined,
  funders: undefined,
}

/** What an edge is about: its code, and the words as written where no list knows the code. */
interface Coded {
  readonly code: string
  readonly label?: string
}

/** The scheme whose concepts a dimension holds; undefined for periods and funders. */
export const schemeOf = (dimension: Compared): SchemeId | undefined => SCHEME_OF[dimension]

/** The concept of a code. Codes of periods (`strategy:2019/2022`) are gathered under their role, `strategy`. */
export const conceptIdOf = (dimension: Compared, code: string): string =>
  dimension === 'periods' ? code.slice(0, code.indexOf(':')) : code

/** A concept with its name; what no list knows (`@Fond za…`) keeps the words as written. */
export function nameOf(dimension: Compared, { code, label }: Coded): NamedConcept {
  const id = conceptIdOf(dimension, code)
  return { id, labels: labelsIn(dimension, id) ?? sameLabels(label ?? id.replace(/^@/u, '')) }
}

function labelsIn(dimension: Compared, id: string): NamedConcept['labels'] | undefined {
  const scheme = schemeOf(dimension)
  if (scheme) return conceptOf(scheme, id)?.labels
  if (dimension === 'funders') return funderLabels(id)
  const role = PERIOD_ROLES.find((known) => known === id)
  return role && roleLabels(role)
}

const funderLabels = (id: string): NamedConcept['labels'] | undefined => {
  const names = funder(id)?.names
  return names && inScripts(names)
}

/** The group of a concept, or the giver of a funding programme; null where there is none. */
export function broaderOf(dimension: Compared, id: string): NamedConcept | null {
  const scheme = schemeOf(dimension)
  const group = scheme && groupOf(scheme, id)
  if (group) return { id: group.id, labels: group.labels }
  const parent = dimension === 'funders' ? funder(id)?.parent : undefined
  return parent ? nameOf(dimension, { code: parent }) : null
}

/**
 * Puts concepts in the order in which they are shown: of a scheme in its own order, period roles by weight, funders by
 * name with each programme behind its giver; what no list knows comes last, by its words.
 */
export function inOrder(dimension: Compared, concepts: readonly NamedConcept[]): NamedConcept[] {
  const scheme = schemeOf(dimension)
  const rank = scheme ? ranks(scheme) : new Map<string, number>(PERIOD_ROLES.map((role, at) => [role, at]))
  const place = ({ id }: NamedConcept): number => rank.get(id) ?? (id.startsWith('@') ? 2 : 1) * rank.size
  const words = ({ id, labels }: NamedConcept): string => {
    const giver = broaderOf(dimension, id)
    return giver ? `${giver.labels.en}\t${labels.en}` : labels.en
  }
  return [...concepts].sort((a, b) => place(a) - place(b) || words(a).localeCompare(words(b), 'en'))
}
