import { useMemo } from 'preact/hooks'
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

/** The lists of concepts; undefined until they are there. */
export const useSchemes = (): SkosSchemes | undefined => useLive<SkosSchemes>('/v1/concepts', { once: true }).value

/** The naming of this view. */
export function useNaming(): Naming {
  const { labels: language } = useRouter().view
  const value = useSchemes()
  return useMemo(() => {
    const names = new Map(
      value?.schemes.flatMap(({ concepts }) => concepts.map((one) => [one.notation, one.prefLabel])),
    )
    const label = (labels: Labels) => labels[language] || labels.en
    const concept = (id: string) => {
      const labels = names.get(id)
      return labels ? label(labels) : id.replace(/^@/u, '')
    }
    return { label, concept, lang: language === 'en' ? undefined : language }
  }, [language, value])
}
