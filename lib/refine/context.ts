import { contains } from '../text/index.ts'
import { tiesOf } from '../ties/index.ts'
import type { Refiner } from './refiner.ts'

const isWeak = ({ rule }: { readonly rule: string }): boolean => rule.endsWith('/context')

/**
 * A word that may mean many things ("radionica", "zajęcia") is a service only where the text ties it to a group, and a
 * word of need ("siromaštvo", "bezrobocie") is a group only where a sure service is tied to it.
 */
export const context: Refiner = (found, { doc, locale }) => {
  const ties = [...tiesOf(doc, locale, found)]
  const services = new Set(
    ties.filter(([, groups]) => groups.some((group) => !isWeak(group))).map(([service]) => service),
  )
  const groups = new Set(ties.filter(([service]) => !isWeak(service)).flatMap(([, tied]) => tied))
  return found.filter((mention) => {
    if (!isWeak(mention)) return true
    if (mention.dimension === 'services') return services.has(mention)
    return (
      mention.dimension !== 'targetGroups' || [...groups].some((group) => group === mention || contains(group, mention))
    )
  })
}
