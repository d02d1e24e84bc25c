import { fold } from '../text/index.ts'

/** Folded inflected forms of a Polish lemma, itself included. */
export function inflectPolish(lemma: string): ReadonlySet<string> {
  return new Set([fold(lemma)])
}
