import { contains, formOf } from './phrases.ts'

/** A line of the text with what is seen of it by itself and among the others. */
export interface TextLine {
  readonly words: string
  readonly form: string
  readonly start: number
  readonly end: number
  /** A line of running prose: long and closed, or one of a wrapped paragraph. */
  readonly prose: boolean
  /** It has a phrase of what a page says about itself. */
  readonly notice: boolean
  /** Where it stands among the lines of prose; `inside` also where there are none. */
  readonly place: 'before' | 'inside' | 'behind'
  /** How many lines read like it but for their numbers, itself included. */
  readonly repeats: number
}

/** No phrase of a page part stands further in than this. */
const LONGEST_FORM = 1000
const CLOSED = /[.!?…]["”“»)\]]*\s*$/u
/** A line shorter than this is none of a wrapped paragraph; one longer than `LONG` and closed is prose by itself. */
const WRAPPED = 60
const LONG = 120

/** The lines of a text, blank ones included. */
export function linesOf(text: string): TextLine[] {
  const words = text.split('\n')
  const forms = words.map((line) => formOf(line.slice(0, LONGEST_FORM)))
  const keys = forms.map((form) => form.replace(/\d+/gu, '#'))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const notices = forms.map((form) => contains(form, 'notices'))
  const prose = words.map((_, i) => !notices[i] && isProse(words, i))
  const [first, last] = [prose.indexOf(true), prose.lastIndexOf(true)]
  let start = 0
  return words.map((line, i) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    const place = first < 0 || (i >= first && i <= last) ? 'inside' : i < first ? 'before' : 'behind'
    const repeats = counts.get(keys[i] ?? '') ?? 1
    const seen = { prose: prose[i] ?? false, notice: notices[i] ?? false, place, repeats } as const
    return { words: line, form: forms[i] ?? '', ...span, ...seen }
  })
}

/** Does nothing stand on a line, or is there none? */
export const isBlank = (line: TextLine | undefined): boolean => line === undefined || line.form === ''

/** Signs that part the items of a menu or a path; bars also part the cells of a table. */
const PARTS = /(?<=\S\s*)(?:\s(?:[›»→·•>/]|::)\s|\]\s*\[)(?=\s*\S)/gu
const BARS = /\S\s*\|\s*(?=\S)/gu

/** How many bars stand between words of a line. */
export const barsIn = (words: string): number => words.match(BARS)?.length ?? 0

/** How many signs part its items, "O nama · Projekti · Galerija". */
export const partsIn = (words: string): number => words.match(PARTS)?.length ?? 0

/** Is it a row of items, "O nama · Projekti · Galerija", as no line of a paragraph is and no row of a table either? */
function isParted(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? ''
  if (line.length > LONGEST_FORM || CLOSED.test(line)) return false
  if (partsIn(line) > 1) return true
  const bars = barsIn(line)
  return (
    bars > 1 && [lines[i - 1], lines[i + 1]].every((other) => barsIn((other ?? '').slice(0, LONGEST_FORM)) !== bars)
  )
}

function isProse(lines: readonly string[], i: number): boolean {
  const isLong = (at: number) => (lines[at] ?? '').trim().length >= WRAPPED && !isParted(lines, at)
  if (!isLong(i)) return false
  if (isLong(i - 1) && (isLong(i + 1) || isLong(i - 2))) return true
  if (isLong(i + 1) && isLong(i + 2)) return true
  const line = lines[i]?.trim() ?? ''
  return line.length >= LONG && CLOSED.test(line) && !/^[•·»*>-]\s/u.test(line)
}
