import { once } from './once.ts'
import type { Token } from './token.ts'

/** The different words of a text, and which of them stands at each token. */
export interface Vocabulary {
  readonly forms: readonly string[]
  /** For each token the index of its form in `forms`. */
  readonly ids: Uint32Array
}

/**
 * The vocabulary of a text, made once: what a list knows of a word is looked up once for all the places where it stands.
 *
 *     const { forms, ids } = vocabularyOf(doc.tokens)   // "dom i dom": forms ['dom', 'i'], ids [0, 1, 0]
 */
export const vocabularyOf = once(gather)

function gather(tokens: readonly Token[]): Vocabulary {
  const idOf = new Map<string, number>()
  const ids = Uint32Array.from(tokens, ({ form }) => {
    const id = idOf.get(form) ?? idOf.size
    if (id === idOf.size) idOf.set(form, id)
    return id
  })
  return { forms: [...idOf.keys()], ids }
}
