import type { Extractor } from '../extractor.ts'
import { known } from './known.ts'
import { moneyOf } from './money.ts'
import { gifts, own } from './own.ts'
import { unlisted } from './unlisted.ts'

/** Who gives money or aid for what a text describes, by listed name, as the municipality itself, or by a name no list knows. */
export const funders: Extractor<'funders'> = {
  dimension: 'funders',
  extract(doc, locale) {
    const money = moneyOf(doc, locale)
    const found = [...known(money), ...own(money), ...gifts(money), ...unlisted(money)]
    return found.sort((a, b) => a.start - b.start || a.end - b.end)
  },
}
