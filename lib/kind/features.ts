import { stem } from '../inflect/index.ts'
import type { Token } from '../text/index.ts'

/** Letters of a stem that count: `starost`, `starica` and `stariji` are one feature. In cross-validation whole stems do worse. */
const ROOT = 5
const WORD = /^\p{L}{3,}\+*$/u

/** What a classifier sees of a passage: the distinct roots of its words, without numbers and words of one or two letters. */
export const featuresOf = (tokens: readonly Pick<Token, 'form'>[], language: string): string[] => [
  ...new Set(tokens.flatMap(({ form }) => (WORD.test(form) ? [stem(form, language).slice(0, ROOT)] : []))),
]
