/** The scripts whose languages are told apart, by ISO 15924. */
export type Script = 'Latn' | 'Cyrl'

const LATIN = /\p{Script=Latin}/gu
const CYRILLIC = /\p{Script=Cyrillic}/gu
const WORD = /[\p{L}\p{M}]+/gu

// Letters that look alike, in the same order: a machine or a typist puts one for the other.
const LATIN_TWINS = 'aceiojpxysmtkhbn'
const CYRILLIC_TWINS = 'асеіојрхуѕмткнвп'

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** The script of most letters; undefined where there are none of either: `scriptOf('Општина Ниш, EU')` is `Cyrl`. */
export function scriptOf(text: string): Script | undefined {
  const latin = count(text, LATIN)
  const cyrillic = count(text, CYRILLIC)
  if (latin + cyrillic === 0) return undefined
  return cyrillic > latin ? 'Cyrl' : 'Latn'
}

/**
 * The lower-case words of a text in one script. Words of the other script are left out; in a word of both the strangers
 * are homoglyphs and are put right: `oпштинa` with Latin o and a is `општина`.
 */
export function wordsOf(text: string, script: Script): string[] {
  const words: string[] = []
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
    const own = count(word, script === 'Cyrl' ? CYRILLIC : LATIN)
    const strange = count(word, script === 'Cyrl' ? LATIN : CYRILLIC)
    if (own === 0 || strange > own) continue
    words.push(strange ? repair(word, script) : word)
  }
  return words
}

function repair(word: string, script: Script): string {
  const [from, to] = script === 'Cyrl' ? [LATIN_TWINS, CYRILLIC_TWINS] : [CYRILLIC_TWINS, LATIN_TWINS]
  return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('')
}
