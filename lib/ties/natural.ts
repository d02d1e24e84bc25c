import { conceptOf } from '../concepts/index.ts'
import type { Group, Service, View } from './view.ts'

/** Characters between a service and a group of its nature, at most: a paragraph or two. */
const NEAR = 600

/** The nearest group around that the service is for by its nature: the homeless of a report, at its "svratište". */
export function natural({ groups }: View, { service }: { readonly service: Service }): Group[] {
  const serves = conceptOf('services', service.value.concept ?? '')?.serves ?? []
  const distance = (group: Group): number => Math.max(group.start - service.end, service.start - group.end, 0)
  return groups
    .filter((group) => serves.includes(group.value.concept) && distance(group) <= NEAR)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 1)
}
