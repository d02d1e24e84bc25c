import { createStemmer, Languages } from 'multilingual-stemmer'

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  sr: createStemmer(Languages.Serbian),
  pl: createStemmer(Languages.Polish),
}

/** The Snowball stem of a word, in languages that Snowball knows; the word itself in others. For baselines only. */
export const stem = (language: string, word: string): string => stemmers[language]?.(word) ?? word
