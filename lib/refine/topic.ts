import type { Found } from '../extract/extractor.ts'
import { relevanceOf } from '../kind/relevance.ts'
import { plansAtTop } from '../kind/top.ts'
import type { Locale } from '../locales/index.ts'
import { blockAt, type Doc, type Span } from '../text/index.ts'
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
/** Words at most between the word of a plan and those whom its title names: "strategija za unapređenje položaja mladih". */
const NAMED = 5

/**
 * A text about something else serves nobody and offers nothing: the veterans who win at football, the foster family of a
 * stray dog, the bus that stops at the senior club. Only a passage that is about social policy by itself, as one item in
 * the report of a council's meeting, keeps its words; many sure services outweigh the doubt, and so does one that the text
 * begins with and comes back to, and those whom the title of a plan names ("Lokalni akcioni plan za mlade"), whatever its
 * pages tell of land and roads. Money in a doubtful text that names no one and nothing it is for is not counted.
 */
export const topic: Refiner = (found, { doc, locale }) => {
  const claims = found.filter(isClaim)
  if (claims.length === 0 || servicesNamed(claims) >= MANY) return found
  const relevance = relevanceOf(doc, locale)
  const isIdle = relevance.text <= DOUBTFUL && !claims.some(isConcept)
  if (isIdle) return found.filter((mention) => !isClaim(mention))
  if (relevance.text >= ON_TOPIC || isNamed(claims, doc)) return found
  const served = new Set(servedBy(claims, doc, locale))
  const keeps = (mention: Found) => relevance.at(mention.start) >= OWN_TOPIC || served.has(conceptOf(mention))
  return found.filter((mention) => !isClaim(mention) || keeps(mention))
}

/** The groups that the title of the text names as those whom a plan is for. */
function servedBy(claims: readonly Found[], doc: Doc, locale: Locale): string[] {
  const groups = claims.filter(({ dimension, rule }) => dimension === 'targetGroups' && !rule.endsWith('/context'))
  if (groups.length === 0) return []
  const plans = plansAtTop(doc, locale)
  return groups.filter((group) => plans.some((plan) => isFor(doc, plan, group))).map(conceptOf)
}

/** Does a group stand behind the word of a plan in its line: "PLAN ZA MLADE", "program na rzecz osób niepełnosprawnych"? */
function isFor(doc: Doc, plan: Span, group: Found): boolean {
  if (group.start < plan.end || blockAt(doc, group.start) !== blockAt(doc, plan.start)) return false
  const between = doc.text.slice(plan.end, group.start)
  return !/[.!?;:,\d]/u.test(between) && (between.match(/\p{L}+/gu)?.length ?? 0) <= NAMED
}

const isClaim = (mention: Found): boolean => isConcept(mention) || mention.dimension === 'funders'

/** How many different services are named for sure. */
const servicesNamed = (claims: readonly Found[]): number => new Set(claims.filter(isSureService).map(conceptOf)).size

const isSureService = (claim: Found): boolean =>
  claim.dimension === 'services' && !claim.rule.endsWith('/context') && !isBound(claim)

/** Does the text begin with a service, come back to it, and say whom it is for: "Klub seniora …"? */
function isNamed(claims: readonly Found[], doc: Doc): boolean {
  const services = claims.filter(isSureService)
  const top = services.find(({ start }) => start < (doc.tokens[0]?.start ?? 0) + OPENING)
  const again = services.filter((service) => conceptOf(service) === (top && conceptOf(top)))
  return again.length > 1 && claims.some(({ dimension }) => dimension === 'targetGroups')
}
