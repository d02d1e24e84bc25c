import type { Labels, SkosSchemes } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { useRouter } from './router.tsx'

/** Names concepts in the language that the view asks for; words that no list knows name themselves. */
export interface Naming {
  /** `{ en: 'Home care', … }` → `Home care`. */
  label(labels: Labels): string
  /** `home-care` → `Home care`; the id itself until the concepts are there. */
  concept(id: string): string
  /** Value of `lang` for labels; undefined where they are in the language of the page. */
  readonly lang: string | undefined
}

/** The naming of this view. */
export function useNaming(): Naming {
  const { labels: language } = useRouter().view
  const { value } = useLive<SkosSchemes>('/v1/concepts', { once: true })
  return {
    label: (labels) => labels[language] || labels.en,
    concept: (id) => {
      const found = value?.schemes.flatMap((scheme) => scheme.concepts).find((concept) => concept.notation === id)
      return found ? found.prefLabel[language] || found.prefLabel.en : id.replace(/^@/u, '')
    },
    lang: language === 'en' ? undefined : language,
  }
}
