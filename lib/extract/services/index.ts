import type { Extractor } from '../extractor.ts'
import { lexical, type Strength, surenessOf } from '../lexical.ts'

const REASONS: Readonly<Record<Strength, string>> = {
  lexicon: 'names this service',
  context: 'names this service where services are listed or provided',
  group: 'names this service where it is for such a group',
}

/** Services and benefits by the phrases that name them: "pomoć u kući", "usługi opiekuńcze", "narodna kuhinja". */
export const services: Extractor<'services'> = {
  dimension: 'services',
  extract: (doc, locale) =>
    lexical(doc, locale, 'services').map((hit) => {
      const { start, end, id, pattern, strength } = hit
      return {
        dimension: 'services',
        start,
        end,
        value: { concept: id },
        rule: `service/${strength}`,
        confidence: surenessOf(doc, hit),
        because: `“${pattern}” ${REASONS[strength]}`,
      }
    }),
}
