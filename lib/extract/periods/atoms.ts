import { EDGE } from '../../text/edge.ts'
import { once, type Span } from '../../text/index.ts'
import type { Atom } from './atom.ts'
import { withDays } from './days.ts'
import { isForward, isReal, type Point, type Range } from './edtf.ts'
import type { Words } from './words.ts'

type Groups = Readonly<Record<string, string | undefined>>

interface Rule {
  readonly rule: string
  readonly pattern: (words: Words) => string
  readonly read: (groups: Groups, words: Words) => Range | null
  readonly weak?: boolean
}

const YEAR = '(?<year>(?:19|20)\\d{2})'
const ROMAN = '(?<roman>x[i]{0,2}|i?x|iv|v?i{1,3}|v)'
/** Without the `I` of January, which is the "and" of both languages. */
const ROMAN_MONTH = '(?<roman>x[i]{0,2}|i?x|iv|v?ii{1,2}|vi?)'
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
/** The ending of an ordinal behind its figure: "1-go lutego", "5-og maja". */
const ending = ({ ordinal }: Words): string => `(?:-?${ordinal}(?=[\\s.-]))?`
/** Nothing of a longer number stands before. */
const FREE = '(?<![\\p{L}\\p{N}]|\\p{N}[.,/])'

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

function point(year?: number, month?: number, day?: number): Point {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}

const monthOf = ({ month, roman }: Groups, words: Words): number | undefined =>
  roman ? ROMANS.indexOf(roman) + 1 : month && /^\d/u.test(month) ? Number(month) : words.months.get(month ?? '')

const same = (point: Point): Range => ({ from: point, to: point })

/**
 * Reads a day or a range of days of one month: groups `first`, `firstMonth`, `joint`, `day`, `month`, `roman`, `year`. Without
 * a joint of a range, "3. i 7. maja", two days are one range only where they follow one another.
 */
function readDay(groups: Groups, words: Words): Range | null {
  const year = number(groups['year'])
  const month = monthOf(groups, words)
  const to = point(year, month, Number(groups['day']))
  const first = number(groups['first'])
  if (first === undefined) return same(to)
  const from = point(year, number(groups['firstMonth']) ?? month, first)
  const apart = groups['joint'] === undefined && Number(groups['day']) - first !== 1
  return apart ? same(to) : { from, to }
}

function readMonth(groups: Groups, words: Words): Range | null {
  const year = number(groups['year'])
  const to = point(year, monthOf(groups, words))
  const first = groups['first'] === undefined ? undefined : words.months.get(groups['first'])
  return { from: first === undefined ? to : point(year, first), to }
}

function readPart({ part = '', year }: Groups, { parts }: Words): Range | null {
  const months = parts.get(part.replace(/\s+/gu, ' '))
  return months ? { from: point(number(year), months[0]), to: point(number(year), months[1]) } : null
}

/** In order: what an earlier rule has taken a later one does not see. */
const RULES: readonly Rule[] = [
  {
    rule: 'period/date-iso',
    // "2019.10.07 17:45" too, as content management systems have it.
    pattern: () => `(?<![\\p{N}./-])${YEAR}(?<dot>[./-])(?<month>\\d{2})\\k<dot>(?<day>\\d{2})(?![\\d/])`,
    read: readDay,
  },
  {
    rule: 'period/date-numeric',
    pattern: ({ until }) =>
      `${FREE}(?:(?<first>\\d{1,2})(?:\\.\\s?(?<firstMonth>\\d{1,2})\\.?|\\.)?\\s?(?<joint>-|${until})\\s?)?(?<day>\\d{1,2})(?<dot>[./-])\\s?(?<month>\\d{1,2})\\k<dot>\\s?${YEAR}(?!\\d)`,
    read: readDay,
  },
  {
    // "ПРОКУПЉЕ/15.03.22. –", "12.05.21 r.": two figures of the year, where the date is written in full otherwise.
    rule: 'period/date-numeric',
    pattern: ({ yearWord }) =>
      `(?<![\\p{N}.-])(?<day>\\d{2})\\.(?<month>\\d{2})\\.(?<short>[0-3]\\d)(?=\\.?\\s?[–-]\\s|\\.?\\s?${yearWord}${EDGE.right})`,
    read: (groups, words) => readDay({ ...groups, year: `20${groups['short']}` }, words),
  },
  {
    // "U subotu, 27.2. u okviru 11. kola": behind its weekday a day needs no year.
    rule: 'period/date-numeric',
    pattern: ({ weekday }) =>
      `(?<=${EDGE.left}${weekday},?\\s)(?<day>\\d{1,2})\\.\\s?(?<month>1[0-2]|0[1-9]|[1-9](?=\\.))(?![\\p{L}\\p{N}:-]|\\.?\\s?\\d)`,
    read: readDay,
  },
  {
    rule: 'period/date-roman',
    pattern: ({ until }) =>
      `${FREE}(?:(?<first>\\d{1,2})\\.?\\s*(?<joint>-|${until})\\s*)?(?<day>\\d{1,2})\\.?\\s?${ROMAN}\\.?\\s?${YEAR}(?!\\d)`,
    read: readDay,
  },
  {
    rule: 'period/date',
    pattern: (words) => {
      const { month, shortMonth, until, and, between, betweenAnd } = words
      const ordinal = ending(words)
      return `${FREE}(?:(?<first>\\d{1,2})${ordinal}\\.?\\s*(?:(?<joint>-|${until}|(?<=${EDGE.left}${between}\\s\\d{1,2}\\.?\\s*)${betweenAnd})|${and})\\s*)?(?<day>\\d{1,2})${ordinal}\\.?\\s{0,3}(?<month>${month}|${shortMonth}(?=\\.|,?\\s{1,3}(?:19|20)\\d{2}))${EDGE.right}(?:\\.?,?\\s{1,3}${YEAR}(?!\\d))?`
    },
    read: readDay,
  },
  {
    // As content management systems write it: "Lipiec 27, 2022", "okt 5, 2021".
    rule: 'period/date',
    pattern: ({ month, shortMonth }) =>
      `${EDGE.left}(?<month>${month}|${shortMonth})\\.?\\s(?<day>\\d{1,2}),\\s${YEAR}(?!\\d)`,
    read: readDay,
  },
  {
    // "u prvoj polovini 2024. godine", "w I kwartale 2025 r.": months told as a part of their year.
    rule: 'period/part-of-year',
    pattern: ({ part, yearWord }) => `${EDGE.left}(?<part>${part})\\s(?:${yearWord}\\s)?${YEAR}(?!\\d|-\\d)`,
    read: readPart,
  },
  {
    rule: 'period/month',
    pattern: ({ month, shortMonth, until, and }) =>
      `${EDGE.left}(?:(?<first>${month})\\.?\\s?(?:-|/|${until}|${and})\\s?)?(?<month>${month}|${shortMonth}(?=\\.\\s?\\d{4}\\s?-))\\.?,?\\s{1,3}${YEAR}(?!\\d)`,
    read: readMonth,
  },
  {
    // The `I` of January, where a range begins with it: "I 2023 – XII 2024".
    rule: 'period/month',
    pattern: ({ yearWord }) => `${EDGE.left}(?<roman>i)\\s${YEAR}(?=\\.?(?:\\s?${yearWord}\\.?)?\\s?-\\s?[ivx])`,
    read: readMonth,
    weak: true,
  },
  {
    rule: 'period/month',
    pattern: () => `${EDGE.left}${ROMAN_MONTH}\\.?\\s${YEAR}(?!\\d)`,
    read: readMonth,
    weak: true,
  },
  {
    rule: 'period/month',
    pattern: () => `${FREE}(?<month>0?[1-9]|1[0-2])[./]\\s?${YEAR}(?!\\d)`,
    read: readMonth,
    weak: true,
  },
  {
    rule: 'period/month',
    pattern: ({ month }) => `${EDGE.left}(?<month>${month})${EDGE.right}`,
    read: readMonth,
    weak: true,
  },
  {
    rule: 'period/year-range',
    pattern: () =>
      `${FREE}${YEAR}(?:[^\\S\\n]?[/-]|[^\\S\\n]?/[^\\S\\n]?)(?<short>\\d{2})(?![\\p{L}\\p{N}]|[.,:/-]\\d)`,
    read: ({ year, short }) => {
      const to = Number(`${year?.slice(0, 2)}${short}`)
      return to > Number(year) ? { from: { year: Number(year) }, to: { year: to } } : null
    },
  },
  {
    // The number of a footnote runs into the last year: "na lata 2021-20271".
    rule: 'period/year',
    pattern: () => `(?<=${FREE}(?:19|20)\\d{2}\\s?[-/]\\s?)${YEAR}(?=\\d(?!\\d|[.,]\\d))`,
    read: ({ year }) => same({ year: Number(year) }),
  },
  {
    rule: 'period/year',
    pattern: ({ lead }) =>
      `(?:${FREE}|(?<=${EDGE.left}${lead})|(?<=${FREE}(?:19|20)\\d{2}\\s?/\\s?))${YEAR}(?![\\p{N}]|\\p{L}{2}|[.,]\\d{3}|/(?!(?:19|20)\\d{2}(?!\\d))\\d{3,}|:\\d)`,
    read: ({ year }) => same({ year: Number(year) }),
  },
]

const patternsOf = once((words: Words) => RULES.map(({ pattern }) => new RegExp(pattern(words), 'gu')))

/** Dates of the folded text in reading order, none inside a mask. */
export function atomsIn(folded: string, words: Words, masks: readonly Span[]): Atom[] {
  const patterns = patternsOf(words)
  const taken = new Uint8Array(folded.length)
  for (const { start, end } of masks) taken.fill(1, start, end)
  const open = hidden(folded, masks)
  const atoms = RULES.flatMap(({ rule, read, weak = false }, i) =>
    Array.from(open.matchAll(patterns[i] ?? /$^/gu)).flatMap((match) => {
      const span = { start: match.index, end: match.index + match[0].length }
      if (taken.subarray(span.start, span.end).includes(1)) return []
      const range = read(match.groups ?? {}, words)
      if (!range?.from || !range.to) return []
      taken.fill(1, span.start, span.end)
      if (!isReal(range.from) || !isReal(range.to) || !isForward(range)) return []
      const atom = { ...span, from: range.from, to: range.to, rule, weak }
      return range.from.day === undefined ? [atom] : withDays(folded, atom, words)
    }),
  )
  return atoms.sort((a, b) => a.start - b.start)
}

/** The text with letters for what a mask covers, so that no date begins in it: "pok. nr 4 do 9 lutego". */
function hidden(folded: string, masks: readonly Span[]): string {
  const parts: string[] = []
  let read = 0
  for (const { start, end } of [...masks].sort((a, b) => a.start - b.start)) {
    if (end <= read) continue
    parts.push(folded.slice(read, Math.max(read, start)), folded.slice(Math.max(read, start), end).replace(/\S/gu, 'x'))
    read = end
  }
  return parts.join('') + folded.slice(read)
}
