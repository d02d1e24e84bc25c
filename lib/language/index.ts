import type { LanguageGuess } from '../contract/index.ts'

/** Language (ISO 639-1, `und` where there is no evidence) and script (ISO 15924) of a text. Never throws. */
export function detect(_text: string): LanguageGuess {
  return { code: 'und', script: 'Latn', confidence: 0, alternatives: [] }
}
