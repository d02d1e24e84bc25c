import type { Found } from '../extract/extractor.ts'
import { relevanceOf } from '../kind/relevance.ts'
import type { Doc } from '../text/index.ts'
import { conceptOf, isBound, isConcept, type Refiner } from './refiner.ts'

/**
 * Below it a text is about something else. Of whole texts that the classifier was not trained on, those about something
 * else reach 0.23, a notice of sixty words on a day centre has 0.34, and strategies and longer news begin at 0.53.
 */
const ON_TOPIC = 0.3
/** From it a passage of such a text is about social policy all the same. */
const OWN_TOPIC = 0.7
/** Different services that no text about something else names. */
const MANY = 4
/** So doubtful a text must at least name a service or a group for its money to count. */
const DOUBTFUL = 0.5
/** Characters at the beginning of a text in which news says what it is about. */
const OPENING = 300

/**
 * A text about something else serves nobody and offers nothing: the veterans who win at football, the foster family of a
 * stray dog, the bus that stops at the senior club. Only a passage that is about social policy by itself, as one item in
 * the report of a council's meeting, keeps its words; many sure services outweigh the doubt, and so does one that the text
 * begins with and comes back to. Money in a doubtful text that names no one and nothing it is for is not counted.
 */
export const topic: Refiner = (found, { doc, locale }) => {
  const claims = found.filter(isClaim)
  if (claims.length === 0 || servicesIn(claims) >= MANY) return found
  const relevance = relevanceOf(doc, locale)
  const spends = relevance.text <= DOUBTFUL && !claims.some(isConcept)
  if (spends) return found.filter((mention) => !isClaim(mention))
  if (relevance.text >= ON_TOPIC || isNamed(claims, doc)) return found
  return found.filter((mention) => !isClaim(mention) || relevance.at(mention.start) >= OWN_TOPIC)
}

const isClaim = (mention: Found): boolean => isConcept(mention) || mention.dimension === 'funders'

/** How many different services are named for sure. */
const servicesIn = (claims: readonly Found[]): number => new Set(claims.filter(isSureService).map(conceptOf)).size

const isSureService = (claim: Found): boolean =>
  claim.dimension === 'services' && !claim.rule.endsWith('/context') && !isBound(claim)

/** Does the text begin with a service, come back to it, and say whom it is for: "Klub seniora …"? */
function isNamed(claims: readonly Found[], doc: Doc): boolean {
  const services = claims.filter(isSureService)
  const top = services.find(({ start }) => start < (doc.tokens[0]?.start ?? 0) + OPENING)
  const again = services.filter((service) => conceptOf(service) === (top && conceptOf(top)))
  return again.length > 1 && claims.some(({ dimension }) => dimension === 'targetGroups')
}
