import * as z from 'zod'
import { contains, fold } from '../text/index.ts'
import type { Refiner } from './refiner.ts'

const Scope = z.object({ purposes: z.array(z.string()) })

/**
 * A single word of a service's name is no group of its own: the child in "lični pratilac deteta", the senior in "klub
 * seniora". Behind a word of purpose it is one: "savetovalište za mlade".
 */
export const nested: Refiner = (found, { doc, locale }) => {
  const purposes = new Set(Scope.parse(locale.lists['scope']).purposes.map(fold))
  const services = found.filter((mention) => mention.dimension === 'services')
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups' || /\s/u.test(doc.text.slice(group.start, group.end))) return true
    const before = doc.tokens.findLast((token) => token.end <= group.start)?.form ?? ''
    return purposes.has(before) || !services.some((service) => service.start < group.start && contains(service, group))
  })
}
