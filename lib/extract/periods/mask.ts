import { EDGE } from '../../text/edge.ts'
import { once, type Span } from '../../text/index.ts'
import type { Words } from './words.ts'

interface Mask {
  readonly name: string
  readonly pattern: (words: Words) => string
  /** Does the match at this place stand, all the same? */
  readonly spares?: (folded: string, at: number, words: Words) => boolean
}

/** So far from the beginning of a text its own head may stand. */
const HEAD = 400
/** "Załącznik nr 12 do" and the line end before it. */
const ANNEX = 60

/** So near its end a text tells by which decision it was adopted. */
const TAIL = 240
/** A line that opens with the decision, or "Program przyjęto uchwałą". */
const adoptedBefore = once(
  ({ adopted }: Words) =>
    new RegExp(
      `(?:^|\\n)[^\\S\\n]*(?:(?:[^.:;\\n]{0,40}[.]\\s)?(?:\\p{L}+\\s){1,3}\\p{L}+${adopted}\\s(?:\\p{L}+\\s)?)?$`,
      'u',
    ),
)

/** Does the decision at this place close the text as that by which it was adopted? */
const adopts = (folded: string, at: number, words: Words): boolean =>
  folded.length - at < TAIL && at > HEAD && adoptedBefore(words).test(folded.slice(Math.max(0, at - 80), at))

/** "Załącznik nr 1 do", at the beginning of a line. */
const annexBefore = once(
  ({ annex }: Words) =>
    new RegExp(
      `(?:^|[\\n|])[^\\S\\n]*(?:\\d{1,3}[^\\S\\n]+)?${annex}(?:\\s+[\\p{L}\\d]{1,5}\\.?){0,2}\\s+\\p{L}{2,3}\\s+$`,
      'u',
    ),
)

/** Stretches of folded text whose numbers are no dates, by kind, in the order they are looked for. */
const MASKS: readonly Mask[] = [
  {
    // „Sl. glasnik RS“, br. 24/2011 i 117/2022; Dz. U. z 2013 r. poz. 594 z późn. zm.
    name: 'gazette',
    // A day behind the name of a gazette dates what the sentence goes on to tell: "objavljuje se u listu, a važi od 1. januara".
    pattern: ({ gazette, and, lawDate, number, month }) =>
      `${EDGE.left}${gazette}(?!\\p{L})[^()\\n\\d]{0,60}(?:(?<=\\d[.,)]?\\s)${lawDate}\\s+\\d{1,2}\\.?\\s*${month}\\.?\\s+\\d{4}|(?!\\d{1,2}\\.?\\s?${month}${EDGE.right})\\d[\\d./,-]*|\\s|,|;|"|\\p{L}{1,7}\\.|(?:${and}|${lawDate}|${number})${EDGE.right})*`,
  },
  {
    // ustawa z dnia 9 czerwca 2011 r. o wspieraniu rodziny; Zakon o socijalnoj zaštiti iz 2011.
    name: 'law',
    pattern: ({ law, lawDate, month }) =>
      `${EDGE.left}${law}${EDGE.right}[^.;()\\d]{0,80}?${EDGE.left}${lawDate}\\s+(?:\\d{1,2}\\.?\\s*${month}\\.?\\s+|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)?\\d{4}`,
  },
  {
    // art. 18 ust. 2 z dnia 8 marca 1990 r. o samorządzie gminnym: the number of an article before it, its subject behind.
    name: 'law',
    pattern: ({ lawDate, month, yearWord, about }) =>
      `(?<=\\d\\s{1,3})${lawDate}\\s+\\d{1,2}\\.?\\s*${month}\\.?\\s+\\d{4}\\.?\\s?${yearWord}\\.?\\s+${about}${EDGE.right}`,
  },
  {
    // Zarządzenie nr 80/2022 Burmistrza z dnia 30.06.2022; the head of a decision dates the document itself, and so does
    // "Załącznik do uchwały nr …" at the beginning of a line.
    name: 'decision',
    pattern: ({ document, lawDate, lasts, month, number, subClause }) =>
      `${EDGE.left}${document}${EDGE.right}(?:(?!${EDGE.left}${subClause}${EDGE.right})[^.;()\\n]|\\.(?=\\S)|(?<=${EDGE.left}${number})\\.){0,90}?(?<!${EDGE.left}${lasts}\\s)${EDGE.left}${lawDate}\\s+(?:\\d{1,2}\\.?\\s*${month}\\.?\\s+|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)\\d{4}`,
    spares: (folded, at, words) =>
      adopts(folded, at, words) ||
      (at < HEAD && /(?:^|\n)[^\S\n]*$/u.test(folded.slice(Math.max(0, at - 20), at))) ||
      annexBefore(words).test(folded.slice(Math.max(0, at - ANNEX), at)),
  },
  {
    // "Pravilnika o radu, broj: 02-17-1/2021-II od 27.05.2021.": the day of what bears a file number, whatever it is called.
    name: 'filed',
    pattern: ({ number, lawDate, month }) =>
      `${EDGE.left}${number}\\.?:?\\s*[\\p{L}\\d.]{1,12}[/-][\\p{L}\\d./-]{1,30}[^\\S\\n]+${lawDate}\\s+(?:\\d{1,2}\\.?\\s*${month}\\.?\\s+|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)\\d{4}`,
    spares: (folded, at, words) =>
      adopts(folded, at, words) ||
      /(?:^|\n)[^\S\n]*(?:\p{L}{1,8}\.?\s?)?$/u.test(folded.slice(Math.max(0, at - 20), at)),
  },
  {
    // Osnovna škola „12. decembar“, Klub „8 Marca”: what is called by a day.
    name: 'called',
    pattern: ({ month }) => `["']\\s?\\d{1,2}\\.?\\s?${month}\\.?\\s?["']`,
  },
  {
    // XXXV/218/2014, 24/2011, 09.02.01-IP.01-10-001/21; a day of the calendar written with slashes is none.
    name: 'file-number',
    pattern: () =>
      `(?<![\\p{L}\\p{N}/])(?!(?:19|20)\\d{2}/)(?!(?:0[1-9]|1[0-2])/(?:19|20)\\d{2}(?![\\d/]))(?!\\d{1,2}/\\d{1,2}/\\d{4})(?:[ivxlcdm]+|[\\p{L}.]{0,8}\\d{1,5})(?:[/.-][\\p{L}\\d]{1,6}){0,6}/\\d{2,4}${EDGE.right}`,
  },
  {
    // br. 2015, nr 2020/5, tel. 031 2019 2022
    name: 'number',
    pattern: ({ number }) => `${EDGE.left}${number}\\.?:?\\s*(?:\\(?\\+?\\d[\\d/().-]*[^\\S\\n]?){1,6}`,
  },
  {
    name: 'phone',
    pattern: () => '(?<![\\p{N}.:/])\\(?0\\d{2}\\)?\\s?[/-]?\\s?\\d{3,4}(?:[\\s-]\\d{2,4}){0,3}(?!\\d)(?!\\.\\d{4})',
  },
  {
    // u ulicama 1. oktobra i Dečije zaštite; przy ul. 3 Maja
    name: 'street',
    pattern: ({ street, month }) =>
      `${EDGE.left}${street}\\.?\\s+\\d{1,2}\\.?\\s+${month}${EDGE.right}(?!\\.?,?\\s{1,3}\\d{4})`,
  },
  {
    // Dom zdravlja, 12. januara 108, tel.: a house number behind a day, in the part of a line that it closes.
    name: 'street',
    pattern: ({ month }) =>
      `(?<=(?:^|[\\n,;:|])[^\\S\\n]*)\\d{1,2}\\.?\\s${month}\\s\\d{1,3}\\p{L}?(?=[^\\S\\n]*(?:[,;|\\n]|$))`,
  },
  {
    // "Snimak ekrana 2022-12-02 u 09.44": the name of a picture's file.
    name: 'capture',
    pattern: ({ capture }) => `${EDGE.left}${capture}[\\s_-]{1,3}\\d{4}[.-]\\d{2}[.-]\\d{2}`,
  },
  // 2000 dinara; 1900-2000 zł
  { name: 'amount', pattern: ({ unit }) => `(?<!\\p{N})\\d{4}(?:\\s?-\\s?\\d{4})?\\s${unit}${EDGE.right}` },
  { name: 'address', pattern: () => '(?:https?://|www\\.)\\S{1,300}|\\S{1,80}@\\S{1,80}' },
]

const patternsOf = once((words: Words) => MASKS.map(({ pattern }) => new RegExp(pattern(words), 'gu')))

/** Spans of the folded text in which a number dates nothing here: citations, files, phones, sums, addresses. */
export function masksIn(folded: string, words: Words): Span[] {
  const patterns = patternsOf(words)
  return patterns.flatMap((pattern, i) =>
    Array.from(folded.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })).filter(({ start }) => !MASKS[i]?.spares?.(folded, start, words)),
  )
}
