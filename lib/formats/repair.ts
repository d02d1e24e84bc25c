import type { Problem } from '../contract/index.ts'
import type { Reading } from '../text/index.ts'
import { signsOf } from './charset.ts'
import { lengthOf } from './grade.ts'

/** Signs in whose place the seven-bit Yugoslav code (JUS I.B1.002, "YUSCII") has letters. */
const YUSCII: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '@': 'Ž',
    '[': 'Š',
    '\\': 'Đ',
    ']': 'Ć',
    '^': 'Č',
    '`': 'ž',
    '{': 'š',
    '|': 'đ',
    '}': 'ć',
    '~': 'č',
  }),
)
/** Such a sign inside a word. An address has its sign before a dot, a footnote in brackets is no letter. */
const INSIDE = /(?<=\p{L})[[\]{}^~`|\\](?=\p{L})/gu
/** All such signs that touch a letter, once it is known that they are letters. */
const TOUCHING = /(?<=\p{L})[@[\]{}^~`|\\]|[@[\]{}^~`|\\](?=\p{L})/gu
/** Signs inside words for every so many words are the code; text of this day has hardly any. */
const WORDS_PER_SIGN = 50
const FEWEST_SIGNS = 3

/** "ż" and "Ż" as fonts of old Polish PDFs name them: thirty-two places too low, so that the small one is a capital inside a word. */
const LOW = /(?<=\p{Ll})Ŝ|Ŝ(?=\p{Ll})/gu
/** Such a capital, and "ś" where Polish has none: before a vowel or "ł" (it writes "si"), or among capitals. */
const LOWERED = /Ŝ|(?<!\p{L})ś(?=[aąeęioóuył])|(?<=\p{Lu})ś|ś(?=\p{Lu})/gu

/** Encodings whose texts are found read as windows-1252. */
const MISREAD = ['windows-1250', 'iso-8859-2', 'windows-1251'] as const
/** Letters of the Serbian and Polish alphabets, and those of no alphabet that stand in words of theirs read wrongly. */
const OWN = /[a-zčćžšđąćęłńóśźżа-шђјљњћџ]+/giu
const IN_WORDS = /[\p{L}¹³¥£¿¯ªº¼¾±¶]+/gu
/** Share of foreign letters from which a text is not as it was written, and up to which it is after the repair. */
const FOREIGN = 0.01
const CLEAN = 0.001

/** So much of a text tells what is wrong with it. */
const SAMPLE = 50_000

/** Writes a text, or a part of it, with the letters that it should have. */
type Mend = (text: string) => string

/**
 * Gives a text its letters back that an old code or a wrong encoding took: "op{tina ^a~ak" (YUSCII), "wynios³a" and
 * "Îïøòèíà" (windows-1250 and -1251 read as windows-1252), "naduŜywa" (fonts of old Polish PDFs). Letter stands for letter, so that every offset stays. Undefined
 * where nothing is wrong.
 */
export function mendOf(text: string): Mend | undefined {
  const sample = text.slice(0, SAMPLE)
  if (isYuscii(sample)) return (part) => part.replace(TOUCHING, (sign) => YUSCII.get(sign) ?? sign)
  if ((sample.match(LOW)?.length ?? 0) >= FEWEST_SIGNS)
    return (part) => part.replace(LOWERED, (sign) => (sign === 'Ŝ' ? 'ż' : 'Ż'))
  if (foreignIn(sample) < FOREIGN) return undefined
  return mends.find((mend) => foreignIn(mend(sample)) <= CLEAN)
}

function isYuscii(text: string): boolean {
  const signs = text.match(INSIDE)?.length ?? 0
  return signs >= FEWEST_SIGNS && signs * WORDS_PER_SIGN >= (text.match(/\p{L}+/gu)?.length ?? 0)
}

/** Share of the letters that neither alphabet has. */
function foreignIn(text: string): number {
  const letters = lengthOf(text, IN_WORDS)
  return letters ? 1 - lengthOf(text, OWN) / letters : 0
}

/** What each wrong reading is mended by: the character of windows-1252 → what the same byte is in the right encoding. */
const mends: readonly Mend[] = MISREAD.map((encoding) => {
  const right = signsOf(encoding)
  const table = new Map(signsOf('windows-1252').map((letter, i) => [letter, right[i] ?? letter]))
  return (text) => text.replace(/[\u0080-\uffff]/gu, (letter) => table.get(letter) ?? letter)
})

/** A reading with its letters given back, and the problem that tells of it. */
export function repair(reading: Reading): { reading: Reading; problems: readonly Problem[] } {
  const mend = mendOf(reading.text)
  if (!mend) return { reading, problems: [] }
  const { title } = reading
  return {
    reading: { ...reading, text: mend(reading.text), ...(title !== undefined && { title: mend(title) }) },
    problems: [{ code: 'TEXT_REPAIRED', message: TOLD }],
  }
}

const TOLD =
  'The letters of this text were stored in an old or wrong code and were put right. Check quotes against the original.'
