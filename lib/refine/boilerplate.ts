import { blockAt, SILENT } from '../text/index.ts'
import type { Refiner } from './refiner.ts'

/**
 * Menus, cookie notes, related articles and running headers claim nothing; but a date in them may still date the page, and
 * a running title has the place and the years of its plan.
 */
export const boilerplate: Refiner = (found, { doc }) =>
  found.filter(({ start, dimension, value }) => {
    const kind = blockAt(doc, start)?.kind ?? ''
    const role = dimension === 'periods' && 'role' in value ? value.role : undefined
    const isOfPlan = role === 'strategy' || dimension === 'municipalities'
    return !SILENT.has(kind) || role === 'publication' || (isOfPlan && kind !== 'boilerplate')
  })
