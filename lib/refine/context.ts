import type { Found } from '../extract/extractor.ts'
import { boundGroups } from '../extract/lexical.ts'
import type { Locale } from '../locales/index.ts'
import { blockAt, type Doc, firstInside, inOrder, inside, sentenceAt } from '../text/index.ts'
import { LEAST, tiesOf } from '../ties/index.ts'
import { isJoined } from '../ties/joined.ts'
import { wordsOf } from '../ties/view.ts'
import { conceptOf, fills, isBound, type Refiner } from './refiner.ts'

const isWeak = (mention: Pick<Found, 'rule'>): boolean => mention.rule.endsWith('/context') || isBound(mention)

/**
 * How probable a tie must be to make a claim of a doubtful word: more than for a tie between two sure ones. On texts that
 * the weights do not know it drops five wrong services of 82 for two right ones. All that an item, a cell or a heading says is
 * less doubtful.
 */
const SURE = 0.75

/**
 * Words of need that stand in one list with sure groups, where the sentence addresses something to them, "Korisnici su žene,
 * deca i stari.", or nothing else stands in their cell: "Stručna praksa | žene i mladi".
 */
function listed(doc: Doc, locale: Locale, found: readonly Found[]): Found[] {
  const words = wordsOf(locale)
  const groups = found.filter(({ dimension }) => dimension === 'targetGroups').sort(inOrder)
  const isBeside = (one: Found | undefined, next: Found | undefined): boolean =>
    one !== undefined && next !== undefined && isWeak(one) !== isWeak(next) && isJoined(doc, words, [one, next])
  const beside = groups.filter(
    (group, i) => isWeak(group) && (isBeside(groups[i - 1], group) || isBeside(group, groups[i + 1])),
  )
  if (beside.length === 0) return []
  const addressed = words.lexicons.addressed.find(doc)
  return beside.filter(
    (group) =>
      firstInside(addressed, { start: sentenceAt(doc, group.start).start, end: group.start }) !== undefined ||
      sharesCell(doc, groups, group),
  )
}

/** Does a group stand in one cell of a table with another and no word beside them but the one that joins them? */
function sharesCell(doc: Doc, groups: readonly Found[], group: Found): boolean {
  const row = blockAt(doc, group.start)
  if (row?.kind !== 'row') return false
  return inside(groups, row).some(
    (other) =>
      other !== group && fills(doc, { start: Math.min(group.start, other.start), end: Math.max(group.end, other.end) }),
  )
}

/**
 * A word that may mean many things ("radionica", "zajęcia") is a service only where the text ties it to a group, and a
 * word of need ("siromaštvo", "bezrobocie") is a group only where a sure service is tied to it and to no other. A word
 * bound to certain groups ("smeštaj") is the service only where the text ties it to one of these. Before ties are learned
 * no such word counts: what they are learned from must not rest on what was learned before.
 */
export const context: Refiner = (found, { doc, locale, ties: weights }) => {
  if (!weights) return found.filter((mention) => !isWeak(mention))
  const least = (service: Found) => (fills(doc, service) ? LEAST : SURE)
  const ties = [...tiesOf(found, { doc, locale, weights, least })]
  const sure = (of: readonly Found[]) => of.some((mention) => !isWeak(mention))
  const bound = boundGroups(locale, 'services')
  const fits = (service: Found, groups: readonly Found[]) =>
    !isBound(service) || groups.some((group) => bound.get(conceptOf(service))?.has(conceptOf(group)))
  const services = new Set(
    ties.filter(([service, groups]) => sure(groups) && fits(service, groups)).map(([service]) => service),
  )
  const groups = new Set<Found>([
    ...ties.filter(([service, tied]) => !isWeak(service) && !sure(tied)).flatMap(([, tied]) => tied),
    ...listed(doc, locale, found),
  ])
  return found.filter((mention) => {
    if (!isWeak(mention)) return true
    if (mention.dimension === 'services') return services.has(mention)
    return mention.dimension !== 'targetGroups' || groups.has(mention)
  })
}
