import { shown } from '../../locales/index.ts'
import type { Extractor } from '../extractor.ts'
import { lexical, type Strength, surenessOf } from '../lexical.ts'

/** The rule of each strength, and why it counts. */
const RULES: Readonly<Record<Strength, readonly [rule: string, why: string]>> = {
  lexicon: ['service/lexicon', 'names this service'],
  around: ['service/around', 'names this service in passing'],
  context: ['service/context', 'names this service where services are listed or provided'],
  group: ['service/group', 'names this service where it is for such a group'],
}

/** Services and benefits by the phrases that name them: "pomoć u kući", "usługi opiekuńcze", "narodna kuhinja". */
export const services: Extractor<'services'> = {
  dimension: 'services',
  extract: (doc, locale) =>
    lexical(doc, locale, 'services').map((hit) => {
      const { start, end, id, pattern, strength } = hit
      const [rule, why] = RULES[strength]
      return {
        dimension: 'services',
        start,
        end,
        value: { concept: id },
        rule,
        confidence: surenessOf(doc, hit),
        because: `“${shown(pattern)}” ${why}`,
      }
    }),
}
