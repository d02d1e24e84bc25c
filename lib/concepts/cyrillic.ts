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

/** Digraphs first; what has no Serbian letter (q, w, x, y) stays as it is. */
const LETTER = /dž|lj|nj|[a-zčćđšž]/giu

/** A word of capitals only, as an acronym from another language is written: NEET, SOS. */
const ACRONYM = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu

/**
 * A Serbian label in Cyrillic script, letter by letter as the orthography (Pravopis) pairs the two alphabets; acronyms keep
 * their letters. `cyrillic('pomoć u kući') === 'помоћ у кући'`. For the labels of this project only: words in which `nj` or
 * `dž` are two letters (injekcija, nadživeti) would need a list of exceptions.
 */
export const cyrillic = (latin: string): string => {
  const acronyms = [...latin.matchAll(ACRONYM)]
  return latin.replace(LETTER, (letter, at: number) =>
    acronyms.some((word) => word.index <= at && at < word.index + word[0].length) ? letter : inCase(letter),
  )
}

function inCase(letter: string): string {
  const small = letter.toLowerCase()
  const form = LETTERS[small] ?? letter
  return letter === small ? form : form.toUpperCase()
}
