import type { Page } from '../text/index.ts'

/** A page shorter than this is too little to judge by its share of letters. */
const ENOUGH = 200
/** Control, private-use and replacement characters: what a missing or wrong glyph map leaves behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ue000-\uf8ff\u0080-\u009f]+/gu
/** What leads from an entry of a table of contents to its page. */
const LEADERS = /([.·…_-])(?:\s?\1){3,}/gu
/** What is no sign of any language. */
const BESIDE = /[\s\p{N}]+/gu
const NO_LETTER = /\P{L}+/gu
/** Letters of the Serbian, Polish and English alphabets, and those of windows-1252: `repair.ts` puts "Îïøòèíà" right. */
const KNOWN = /[a-zà-ÿčćžšđąęłńśźżа-шђјљњћџ]+/giu

/**
 * Is the text layer of a page made of letters that Serbian and Polish have? `poor` where more than 5 % of the characters
 * are none, letters are fewer than 40 % of what is no digit, or fewer than 90 % of the letters belong to these alphabets. Thresholds
 * measured on good pages (78–81 % letters, all known) and on pages without a glyph map (0–71 % letters, 16–67 % bad).
 */
export function gradeOf(page: string): Page['grade'] {
  const text = page.replace(LEADERS, '')
  const length = text.length - lengthOf(text, BESIDE) || 1
  const letters = text.replace(NO_LETTER, '')
  if (lengthOf(text, BAD) / length > 0.05) return 'poor'
  if (length < ENOUGH) return 'good'
  return letters.length / length < 0.4 || lengthOf(letters, KNOWN) / letters.length < 0.9 ? 'poor' : 'good'
}

/** How much of a text a pattern covers, in characters: `lengthOf('a 12', /\d+/gu) === 2` */
export const lengthOf = (text: string, pattern: RegExp): number => text.length - text.replace(pattern, '').length
