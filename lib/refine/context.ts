import type { Found } from '../extract/extractor.ts'
import { tiesOf } from '../ties/index.ts'
import type { Refiner } from './refiner.ts'

const isWeak = ({ rule }: { readonly rule: string }): boolean => rule.endsWith('/context')

/**
 * A word that may mean many things ("radionica", "zajęcia") is a service only where the text ties it to a group, and a
 * word of need ("siromaštvo", "bezrobocie") is a group only where a sure service is tied to it and to no other.
 */
export const context: Refiner = (found, { doc, locale }) => {
  const ties = [...tiesOf(doc, locale, found)]
  const sure = (of: readonly Found[]) => of.some((mention) => !isWeak(mention))
  const services = new Set(ties.filter(([, groups]) => sure(groups)).map(([service]) => service))
  const groups = new Set(ties.filter(([service, tied]) => !isWeak(service) && !sure(tied)).flatMap(([, tied]) => tied))
  return found.filter((mention) => {
    if (!isWeak(mention)) return true
    if (mention.dimension === 'services') return services.has(mention)
    return mention.dimension !== 'targetGroups' || [...groups].some((group) => group === mention)
  })
}
