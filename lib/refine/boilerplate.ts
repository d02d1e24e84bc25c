import { blockAt } from '../text/index.ts'
import type { Refiner } from './refiner.ts'

const SILENT: ReadonlySet<string> = new Set(['boilerplate', 'header', 'footer'])

/** Menus, cookie notes, related articles and running headers claim nothing; a date in them may still date the page. */
export const boilerplate: Refiner = (found, { doc }) =>
  found.filter(({ start, dimension, value }) => {
    if (dimension === 'periods' && 'role' in value && value.role === 'publication') return true
    return !SILENT.has(blockAt(doc, start)?.kind ?? '')
  })
