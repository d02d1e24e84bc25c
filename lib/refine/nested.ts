import { isDative, scopeOf } from '../extract/scope.ts'
import { fold, overlapping } from '../text/index.ts'
import { hasPurpose, servicesIn } from '../ties/view.ts'
import type { Refiner } from './refiner.ts'

/** Words that a service's name has at most where it ends in one of a group: "lični pratilac deteta". */
const NAME = 3

/**
 * A single word that ends a service's name is no group of its own: the child in "lični pratilac deteta", the senior in
 * "klub seniora". Behind a word of purpose it is one ("savetovalište za mlade"), and so it is where the words of the
 * service go on: "volonteri starima donose namirnice". A service that is told rather than named hides no group: "wolontariusze
 * przynoszą zakupy seniorom". Those in the dative are given to: "naknada hraniteljima".
 */
export const nested: Refiner = (found, { doc, locale }) => {
  const servicesAt = overlapping(servicesIn(found))
  return found.filter((group) => {
    const word = doc.text.slice(group.start, group.end)
    if (group.dimension !== 'targetGroups' || /\s/u.test(word)) return true
    if (isDative(locale, fold(word))) return true
    const name = servicesAt(group).find(
      (service) =>
        service.rule !== 'service/around' &&
        service.start < group.start &&
        service.end === group.end &&
        doc.text.slice(service.start, service.end).split(/\s+/u).length <= NAME,
    )
    return name === undefined || hasPurpose(doc, scopeOf(locale), { start: name.start, end: group.start })
  })
}
