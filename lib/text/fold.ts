import type { Span } from './span.ts'

/**
 * The comparable form of a text: lower case, Serbian Cyrillic as Latin, diacritics and ligatures undone, typographic
 * dashes, quotes and spaces made plain, words hyphenated over a line end or torn before a Polish letter joined. `ЏИП` and `džip` both fold to `dzip`.
 */
export interface Folded {
  readonly text: string
  /** The source span whose words stand at `span` of the folded text. Never splits a source code unit. */
  toSource(span: Span): Span
}

/** Letters whose folded form is not their Unicode decomposition. Serbian by the orthography (Pravopis), Polish ł, German ß. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  đ: 'dj',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ı: 'i',
}

const DASH = /[‐-―−]/u
const QUOTE = /[„“”«»‟″]/u
const APOSTROPHE = /[‘’‚‛′]/u
const SPACE = /[^\S\n]/u
const IGNORED = /[\p{M}\p{Cf}]/u
const WORD = /^[\p{L}\p{N}]+$/u
/** Words that most often are their own folded form. */
const FOLDED = /^[a-z\d ]*$/u
/**
 * A hyphen at a line end between a letter and a small letter: the word goes on. Behind the first of two adjectives it is
 * their own, "opiekuńczo-⏎wychowawcza", "socijalno-⏎ekonomski", but for the ending of "społeczno-⏎ści".
 */
const BROKEN_WORD =
  /(?<=\p{L})(?!(?<=(?:ńczo|[yi]czno|ično|ично|cyjno|alno|ално|ąco))[-‐¬][^\S\n]*\n[^\S\n]*(?![sś][tć]|ści|ст)\p{Ll}{5})[-‐¬][^\S\n]*\n[^\S\n]*(?=\p{Ll})/uy

/** Old PDFs set a blank before Polish letters: "si ę", "społeczno ści". No word begins or stands so. */
const TORN_WORD = /(?<=\p{Ll}) (?=[ąęń]|(?:ś(?:ć|ci(?:ą|ach|ami|om)?)|[ćśłżź])(?!\p{L}))/uy
const TORN = new Set('ąęńśćłżź')

/** Folded forms by the number of the character, each made when a text has it. */
const known = new Map<number, string>()

function foldCharacter(code: number): string {
  const form = computeCharacter(String.fromCodePoint(code))
  known.set(code, form)
  return form
}

/** Folded form of one character: zero, one or two characters (ligatures more). */
function computeCharacter(character: string): string {
  if (character === '\n') return '\n'
  if (SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (QUOTE.test(character)) return '"'
  if (APOSTROPHE.test(character)) return "'"
  const small = character.toLowerCase()
  const letter = LETTERS[small]
  if (letter !== undefined) return letter
  const form = [...small.normalize('NFKD')]
    .filter((c) => !IGNORED.test(c))
    .map((c) => LETTERS[c] ?? c)
    .join('')
  return WORD.test(form) || form.length <= 1 ? form : small
}

/** Folded form of a word or phrase alone, for lists and look-ups: `fold('Bačkoj Palanci') === 'backoj palanci'`. */
export function fold(words: string): string {
  if (FOLDED.test(words)) return words
  let text = ''
  eachForm(words, (form) => {
    text += form
  })
  return text
}

/** Folds a text and keeps the way back, so that a match in the folded text can be quoted from the source. */
export function foldText(source: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  eachForm(source, (form, at, end) => {
    for (let i = 0; i < form.length; i++) {
      starts.push(at)
      ends.push(end)
    }
    text += form
  })
  return { text, toSource: (span) => ({ start: starts[span.start] ?? source.length, end: ends[span.end - 1] ?? 0 }) }
}

/** Tells the folded form of each character, and where in the source it stands. What breaks a word has none. */
function eachForm(source: string, take: (form: string, at: number, end: number) => void): void {
  for (let at = 0; at < source.length; ) {
    const broken = brokenWord(source, at)
    const code = source.codePointAt(at) ?? 0
    const end = at + (broken || (code > 0xffff ? 2 : 1))
    if (!broken) take(known.get(code) ?? foldCharacter(code), at, end)
    at = end
  }
}

/** Length of the line-end hyphen at `at`, or of the blank that tears a word, or 0. */
function brokenWord(source: string, at: number): number {
  const character = source[at]
  if (character === ' ' && TORN.has(source[at + 1] ?? '')) {
    TORN_WORD.lastIndex = at
    return TORN_WORD.exec(source)?.[0].length ?? 0
  }
  if (character !== '-' && character !== '‐' && character !== '¬') return 0
  BROKEN_WORD.lastIndex = at
  return BROKEN_WORD.exec(source)?.[0].length ?? 0
}
