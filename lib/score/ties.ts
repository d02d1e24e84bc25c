import type { Example, TiePair } from '../ties/index.ts'
import type { Gold } from './gold.ts'

/**
 * What gold says of the pairs of a document that may be tied, each service and group once with the clues of all their
 * mentions. Left out is what gold tolerates, what it names among several alternatives that all occur, and what belongs to
 * a service or a group that it does not know: there the mention is at fault, not the tie.
 */
export function examplesOf(gold: Gold, pairs: readonly TiePair[]): Example[] {
  const claims = [...Map.groupBy(pairs, ({ service, group }) => `${service.value.concept}>${group.value.concept}`)]
  const names = new Set(claims.map(([name]) => name))
  // True where gold ties the two, false where it leaves open which of several alternatives.
  const tied = new Map(
    gold.serviceLinks.flatMap((item) => {
      const present = item.split('|').filter((name) => names.has(name))
      return present.map((name) => [name, present.length === 1] as const)
    }),
  )
  const tolerated = new Set(gold.optional.serviceLinks?.flatMap((item) => item.split('|')))
  const known = new Set(
    [gold.services, gold.targetGroups, gold.optional.services, gold.optional.targetGroups]
      .flatMap((items) => items ?? [])
      .flatMap((item) => item.split('|')),
  )
  const isOpen = (name: string): boolean =>
    tolerated.has(name) || tolerated.has('*') || !name.split('>').every((concept) => known.has(concept))
  return claims.flatMap(([name, own]) => {
    const isTied = tied.get(name)
    if (isTied === false || (isTied === undefined && isOpen(name))) return []
    return [{ isTied: isTied === true, pairs: own.map(({ clues }) => clues) }]
  })
}
