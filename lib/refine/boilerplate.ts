import { blockAt, SILENT } from '../text/index.ts'
import type { Refiner } from './refiner.ts'

/**
 * Menus, cookie notes, related articles and running headers claim nothing; but a date in them may still date the page, and
 * a running title has the place and the years of its plan.
 */
export const boilerplate: Refiner = (found, { doc }) =>
  found.filter((mention) => {
    const kind = blockAt(doc, mention.start)?.kind ?? ''
    const role = mention.dimension === 'periods' ? mention.value.role : undefined
    const isOfPlan = role === 'strategy' || mention.dimension === 'municipalities'
    return !SILENT.has(kind) || role === 'publication' || (isOfPlan && kind !== 'boilerplate')
  })
