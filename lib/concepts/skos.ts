import type { SchemeId, SkosConcept, SkosScheme } from '../contract/index.ts'
import { type Concept, conceptsOf, schemeLabels } from './scheme.ts'

/** What the terms of the reply mean. Ids are relative to the address of the API, so that they can be looked up there. */
const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  id: '@id',
  type: '@type',
  Concept: 'skos:Concept',
  ConceptScheme: 'skos:ConceptScheme',
  notation: 'skos:notation',
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  broader: { '@id': 'skos:broader', '@type': '@id' },
  topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
  concepts: { '@reverse': 'skos:inScheme' },
  esspros: '/v1/docs#esspros',
  cofog: '/v1/docs#cofog',
  legal: { '@id': '/v1/docs#legal', '@container': '@index' },
}

/** A scheme as SKOS in JSON-LD (https://www.w3.org/TR/skos-reference/), its concepts in the order in which they are shown. */
export function skosOf(scheme: SchemeId): SkosScheme {
  return {
    '@context': CONTEXT,
    id: idOf(scheme),
    type: 'ConceptScheme',
    notation: scheme,
    prefLabel: schemeLabels(scheme),
    concepts: conceptsOf(scheme).map(skosConcept),
  }
}

const idOf = (scheme: SchemeId, concept?: string): string =>
  `/v1/concepts?scheme=${scheme}${concept === undefined ? '' : `#${concept}`}`

const skosConcept = ({ id, scheme, labels, broader, esspros, cofog, legal }: Concept): SkosConcept => ({
  id: idOf(scheme, id),
  type: 'Concept',
  notation: id,
  prefLabel: labels,
  ...(broader === undefined ? { topConceptOf: idOf(scheme) } : { broader: idOf(scheme, broader) }),
  ...(esspros !== undefined && { esspros }),
  ...(cofog !== undefined && { cofog }),
  ...(Object.keys(legal).length > 0 && { legal }),
})
