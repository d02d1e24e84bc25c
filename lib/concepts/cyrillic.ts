const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'ц',
  č: 'ч',
  ć: 'ћ',
  d: 'д',
  đ: 'ђ',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'ј',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  š: 'ш',
  t: 'т',
  u: 'у',
  v: 'в',
  z: 'з',
  ž: 'ж',
  dž: 'џ',
  lj: 'љ',
  nj: 'њ',
}

/** Digraphs first. */
const LETTER = /dž|lj|nj|[a-zčćđšž]/giu

/** Words that stay as they are: acronyms (NEET, SOS) and names with letters that Serbian lacks (Women, Society). */
const isForeign = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word) || /[qwxy]/iu.test(word)

/**
 * A Serbian label in Cyrillic script, letter by letter as the orthography (Pravopis) pairs the two alphabets; acronyms and
 * foreign names keep their letters. `cyrillic('pomoć u kući') === 'помоћ у кући'`. For the labels of this project only:
 * words in which `nj` or `dž` are two letters (injekcija, nadživeti) would need a list of exceptions.
 */
export const cyrillic = (latin: string): string =>
  latin.replace(/\p{L}+/gu, (word) => (isForeign(word) ? word : word.replace(LETTER, inCase)))

function inCase(letter: string): string {
  const small = letter.toLowerCase()
  const form = LETTERS[small] ?? letter
  return letter === small ? form : form.toUpperCase()
}
