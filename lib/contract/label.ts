import * as z from 'zod'

/** BCP 47 tags of the languages in which concepts and funders are named, in the order of preference where one lacks. */
export const LABEL_LANGUAGES = ['en', 'sr-Latn', 'sr-Cyrl', 'pl'] as const
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number]

/** A name in every language of the page: `{ en: 'Home care', 'sr-Latn': 'pomoć u kući', … }`. */
export const Labels = z
  .object({ en: z.string(), 'sr-Latn': z.string(), 'sr-Cyrl': z.string(), pl: z.string() })
  .meta({ id: 'Labels' })
export type Labels = z.infer<typeof Labels>

/** The same words in every language: what no list knows keeps the words of its document. */
export const sameLabels = (words: string): Labels => ({ en: words, 'sr-Latn': words, 'sr-Cyrl': words, pl: words })
