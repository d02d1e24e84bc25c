import { fold } from '../text/index.ts'

/** Folded inflected forms of a Serbian lemma, itself included. */
export function inflectSerbian(lemma: string): ReadonlySet<string> {
  return new Set([fold(lemma)])
}
