import { shown } from '../../locales/index.ts'
import type { Extractor } from '../extractor.ts'
import { lexical, surenessOf } from '../lexical.ts'
import { coordinated } from './coordinated.ts'
import { described } from './described.ts'

/** People whom a text wants to serve, by the phrases that name them: "stara lica", "osoby z niepełnosprawnościami". */
export const targetGroups: Extractor<'targetGroups'> = {
  dimension: 'targetGroups',
  extract: (doc, locale) =>
    coordinated(doc, described(doc, locale, lexical(doc, locale, 'target-groups'))).map((hit) => {
      const { start, end, id, pattern, strength } = hit
      return {
        dimension: 'targetGroups',
        start,
        end,
        value: { concept: id },
        rule: strength === 'context' ? 'target-group/context' : 'target-group/lexicon',
        confidence: surenessOf(doc, hit),
        because:
          strength === 'context'
            ? `“${shown(pattern)}” names this group where needs or services are described`
            : `“${shown(pattern)}” names this group`,
      }
    }),
}
