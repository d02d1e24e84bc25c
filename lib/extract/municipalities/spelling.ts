import { fold } from '../../text/index.ts'

/** Serbian Cyrillic letters whose Latin form carries a diacritic (Pravopis srpskoga jezika). */
const MARKED: Readonly<Record<string, string>> = { ш: 'š', ж: 'ž', ч: 'č', ћ: 'ć', ђ: 'dj', đ: 'dj' }
/** A letter with a mark, or of another script. */
const DIACRITIC = /(?![a-z])\p{L}/giu
const LETTER = /\p{L}/gu

/** Letters of a text read for its typing habits: enough to be sure, few enough to be quick. */
const SAMPLE = 20_000
/** Serbian and Polish prose has a diacritic in 3 to 8 of 100 letters; this few are names of fonts and streets. */
const PLAIN = 0.004

/** Is the text typed without diacritics (`Nowy Sacz`)? Then a name's own cannot be asked for. */
export function isPlain(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(LETTER)?.length ?? 0
  return (sample.match(DIACRITIC)?.length ?? 0) < letters * PLAIN
}

/**
 * Does a word agree with a name in its diacritics as far as the two go together? `Nišu` does with `Niš`, `Nisu` does
 * not. The last `soft` letters of the name may lose theirs in declension: `Łodzi` agrees with `Łódź`.
 */
export function agrees(word: string, lemma: string, soft: number): boolean {
  const written = latin(word)
  const wanted = latin(lemma)
  for (let i = 0; i < Math.min(written.length, wanted.length); i++) {
    const [a, b] = [written[i] ?? '', wanted[i] ?? '']
    if (a === b) continue
    return fold(a) !== fold(b) || i >= wanted.length - soft
  }
  return true
}

/** A word in small Latin letters with their marks; đ as dj: `Ниш` → `niš`. */
export const latin = (word: string): string =>
  word.toLowerCase().replace(/\p{Script=Cyrillic}|đ/gu, (letter) => MARKED[letter] ?? fold(letter))
