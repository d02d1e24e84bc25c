import { contains, formOf } from './phrases.ts'

/** A line of the text with what has been found about it. */
export interface TextLine {
  readonly words: string
  readonly form: string
  readonly start: number
  readonly end: number
  /** A line of running prose: long and closed, or one of a wrapped paragraph. */
  readonly prose: boolean
}

const CLOSED = /[.!?…]["”“»)\]]*\s*$/u
/** A line shorter than this is none of a wrapped paragraph; one longer than `LONG` and closed is prose by itself. */
const WRAPPED = 60
const LONG = 120

/** The lines of a text, blank ones included. */
export function linesOf(text: string): TextLine[] {
  const words = text.split('\n')
  const isLong = (i: number) => (words[i] ?? '').trim().length >= WRAPPED
  let start = 0
  return words.map((line, i) => {
    const wrapped =
      isLong(i) && ((isLong(i - 1) && (isLong(i + 1) || isLong(i - 2))) || (isLong(i + 1) && isLong(i + 2)))
    const closed = line.trim().length >= LONG && CLOSED.test(line) && !/^\s*[•·»*>-]\s/u.test(line)
    const form = formOf(line)
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { words: line, form, ...span, prose: (wrapped || closed) && !contains(form, 'notices') }
  })
}
