import { overlaps } from '../../text/index.ts'
import type { Extractor } from '../extractor.ts'
import { inCells } from './cells.ts'
import { companies } from './firms.ts'
import { known } from './known.ts'
import { moneyOf } from './money.ts'
import { gifts, own } from './own.ts'
import { unlisted } from './unlisted.ts'

/** Who gives money or aid for what a text describes, by listed name, as the municipality itself, or by a name no list knows. */
export const funders: Extractor<'funders'> = {
  dimension: 'funders',
  extract(doc, locale) {
    const money = moneyOf(doc, locale)
    const named = unlisted(money)
    const unnamed = gifts(money).filter((gift) => !named.some((giver) => overlaps(giver, gift)))
    const found = [...known(money), ...own(money), ...unnamed, ...named, ...inCells(money), ...companies(money)]
    return found.sort((a, b) => a.start - b.start || a.end - b.end)
  },
}
