import { overlapping } from '../text/index.ts'
import { hasPurpose, servicesIn, wordsOf } from '../ties/view.ts'
import type { Refiner } from './refiner.ts'

/**
 * A single word that ends a service's name is no group of its own: the child in "lični pratilac deteta", the senior in
 * "klub seniora". Behind a word of purpose it is one ("savetovalište za mlade"), and so it is where the words of the
 * service go on: "volonteri starima donose namirnice". A service that is told rather than named hides no group.
 */
export const nested: Refiner = (found, { doc, locale }) => {
  const words = wordsOf(locale)
  const servicesAt = overlapping(servicesIn(found))
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups' || /\s/u.test(doc.text.slice(group.start, group.end))) return true
    const name = servicesAt(group).find(
      (service) => service.rule !== 'service/around' && service.start < group.start && service.end === group.end,
    )
    return name === undefined || hasPurpose(doc, words, { start: name.start, end: group.start })
  })
}
