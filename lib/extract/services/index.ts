import type { Extractor } from '../extractor.ts'
import { lexical, surenessOf } from '../lexical.ts'

/** Services and benefits by the phrases that name them: "pomoć u kući", "usługi opiekuńcze", "narodna kuhinja". */
export const services: Extractor<'services'> = {
  dimension: 'services',
  extract: (doc, locale) =>
    lexical(doc, locale, 'services').map((hit) => {
      const { start, end, id, pattern, sure } = hit
      return {
        dimension: 'services',
        start,
        end,
        value: { concept: id },
        rule: sure ? 'service/lexicon' : 'service/context',
        confidence: surenessOf(doc, hit),
        because: sure
          ? `“${pattern}” names this service`
          : `“${pattern}” names this service where services are listed or provided`,
      }
    }),
}
