import type { Found } from '../extract/extractor.ts'
import { relevanceOf } from '../kind/relevance.ts'
import { isBound, isConcept, type Refiner } from './refiner.ts'

/**
 * Below it a text is about something else. Of whole texts that the classifier was not trained on, those about something
 * else reach 0.23, a notice of sixty words on a day centre has 0.34, and strategies and longer news begin at 0.53.
 */
const ON_TOPIC = 0.3
/** From it a passage of such a text is about social policy all the same. */
const OWN_TOPIC = 0.7
/** Different services that no text about something else names. */
const MANY = 4

/**
 * A text about something else serves nobody and offers nothing: the veterans who win at football, the foster family of a
 * stray dog, the bus that stops at the senior club. Only a passage that is about social policy by itself, as one item in
 * the report of a council's meeting, keeps its words; many sure services outweigh the doubt.
 */
export const topic: Refiner = (found, { doc, locale }) => {
  const claims = found.filter(isClaim)
  if (claims.length === 0 || servicesIn(claims) >= MANY) return found
  const relevance = relevanceOf(doc, locale)
  if (relevance.text >= ON_TOPIC) return found
  return found.filter((mention) => !isClaim(mention) || relevance.at(mention.start) >= OWN_TOPIC)
}

const isClaim = (mention: Found): boolean => isConcept(mention) || mention.dimension === 'funders'

/** How many different services are named for sure. */
function servicesIn(claims: readonly Found[]): number {
  const sure = claims.filter(
    (claim) => claim.dimension === 'services' && !claim.rule.endsWith('/context') && !isBound(claim),
  )
  return new Set(sure.flatMap(({ value }) => ('concept' in value && value.concept) || [])).size
}
