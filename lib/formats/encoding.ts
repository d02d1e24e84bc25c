import { undoubled } from './doubled.ts'

/** Encodings that Serbian and Polish texts come in, by their WHATWG names. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'iso-8859-5',
  'windows-1252',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Letters beyond ASCII of each alphabet, and the one-byte encodings that write it, the likelier first. */
const ALPHABETS: readonly { readonly letters: RegExp; readonly encodings: readonly Encoding[] }[] = [
  { letters: /[čćžšđ]/iu, encodings: ['windows-1250', 'iso-8859-2'] },
  { letters: /[ąćęłńóśźż]/iu, encodings: ['windows-1250', 'iso-8859-2'] },
  { letters: /[а-шђјљњћџ]/iu, encodings: ['windows-1251', 'iso-8859-5'] },
  { letters: /[äöüßéèêàçñôáíúëï]/iu, encodings: ['windows-1252'] },
]

/** How much of a file its encoding is told by. */
const SAMPLE = 2 ** 16
const PUNCTUATION = /[„“”‘’‚–—…•·§°«»©®€\u00a0\u00ad]/u
/** Control characters that no text holds: all of C0 but tab, line ends, form feed, the DOS end mark and escape; C1; U+FFFD. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FOREIGN = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f-\u009f\ufffd]/gu
/** Largest share of foreign characters in a text that is text. */
const TOLERATED = 0.005

/**
 * The text of bytes: by its byte order mark, by the encoding it declares where that fits, else by its letters; as it was
 * before it was encoded where that was done twice.
 * Undefined where the bytes are no text. `declared` is what a page says of itself: `<meta charset="iso-8859-2">`.
 */
export function decode(bytes: Uint8Array, declared?: string): string | undefined {
  const marked = byMark(bytes) ?? byWidth(bytes)
  const encoding = marked ?? byLetters(bytes, declared)
  const text = undoubled(new TextDecoder(encoding).decode(bytes))
  return foreign(text) <= Math.max(1, text.length * TOLERATED) ? text : undefined
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.subarray(0, 3)).toString('hex')
  if (head === 'efbbbf') return 'utf-8'
  if (head.startsWith('fffe')) return 'utf-16le'
  return head.startsWith('feff') ? 'utf-16be' : undefined
}

/** UTF-16 without a mark: nearly every other byte is the high byte of a Latin or Cyrillic letter. */
function byWidth(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096)
  const share = (offset: number) => {
    let high = 0
    for (let i = offset; i < sample.length; i += 2) if ([0, 1, 4].includes(sample[i] ?? -1)) high++
    return high / (sample.length / 2)
  }
  if (share(1) > 0.8) return 'utf-16le'
  return share(0) > 0.8 ? 'utf-16be' : undefined
}

function byLetters(bytes: Uint8Array, declared?: string): string {
  const sample = bytes.subarray(0, SAMPLE)
  if (isUtf8(bytes)) return 'utf-8'
  const honoured = declared && label(declared)
  if (honoured && fits(sample, honoured)) return honoured
  return guess(sample)
}

/** UTF-8 proves itself: in another encoding letters beyond ASCII hardly ever make its sequences. A stray byte is no proof against. */
function isUtf8(bytes: Uint8Array): boolean {
  const beyond = new TextDecoder().decode(bytes).match(/\P{ASCII}/gu) ?? []
  const broken = beyond.filter((character) => character === '\ufffd').length
  return broken === 0 || beyond.length > broken * 20
}

/** The decoder's own name of a declared encoding; undefined for one that is unknown or not of one byte. */
function label(declared: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(declared)
    return /^(?:utf|gb|big|euc|shift|iso-2022)/u.test(encoding) ? undefined : encoding
  } catch {
    return undefined
  }
}

const fits = (bytes: Uint8Array, encoding: string): boolean =>
  foreign(new TextDecoder(encoding).decode(bytes)) === 0 && best(bytes, [encoding]).score > 0

/** The one-byte encoding in which the letters beyond ASCII are those of one alphabet. */
const guess = (bytes: Uint8Array): string =>
  best(bytes, ['windows-1250', 'iso-8859-2', 'windows-1251', 'iso-8859-5', 'windows-1252']).encoding

function best(bytes: Uint8Array, encodings: readonly string[]): { encoding: string; score: number } {
  const scores = encodings.flatMap((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return ALPHABETS.filter((alphabet) => alphabet.encodings.some((e) => e === encoding)).map(({ letters }) => ({
      encoding,
      score: scoreOf(text, letters),
    }))
  })
  const none = { encoding: encodings[0] ?? 'windows-1250', score: Number.NEGATIVE_INFINITY }
  return scores.reduce((top, next) => (next.score > top.score ? next : top), none)
}

function scoreOf(text: string, letters: RegExp): number {
  let score = 0
  for (const character of text.match(/\P{ASCII}/gu) ?? []) {
    if (letters.test(character)) score += 2
    else if (PUNCTUATION.test(character)) score += 1
    else score -= /[\u0080-\u009f]/u.test(character) ? 6 : 3
  }
  // A wrong code page shows in words: capitals inside them, two scripts in one.
  const capitals = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  const mixed = text.match(/[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]/giu)?.length ?? 0
  return score - 3 * (capitals + mixed)
}

const foreign = (text: string): number => text.match(FOREIGN)?.length ?? 0
