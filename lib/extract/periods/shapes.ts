import { EDGE } from '../../text/edge.ts'
import { once, type Span } from '../../text/index.ts'
import type { Range } from './edtf.ts'
import type { Words } from './words.ts'

/** A period as the folded text expresses it, one atom or several. Years may still be missing. */
export interface Expression extends Span, Range {
  readonly rule: string
  /** "do 2030. godine": the day, month or year until which, or since which, something lasts. */
  readonly edge: 'until' | 'since' | null
  /** "za 2023. godinu", "na 2024 rok": the year is one that something is made for. */
  readonly forYear: boolean
  /** "w roku 2020": the year in which something happens. */
  readonly inYear: boolean
}

/** What stands before, between and behind the dates of a period. */
export interface Shapes {
  readonly joint: RegExp
  readonly lead: RegExp
  readonly suffix: RegExp
  readonly until: RegExp
  readonly between: RegExp
  readonly betweenAnd: RegExp
  readonly untilPart: RegExp
  readonly since: RegExp
  readonly alone: RegExp
  readonly forYear: RegExp
  readonly inYear: RegExp
  readonly and: RegExp
  /** Between the years of a list. */
  readonly listed: RegExp
}

/** The shapes of a language: `shapesOf(words).forYear` is "za " before "2023". */
export const shapesOf = once((words: Words): Shapes => {
  const { yearWord, until, filler, and, lead, from, within, between, betweenAnd } = words
  const year = `(?:\\s?${yearWord}\\.?)?`
  return {
    joint: new RegExp(
      `^\\.?${year}\\s*,?(?:\\s(?:\\p{L}{1,4}\\.?\\s)?\\d{1,2}[.:]\\d{2})?\\s*(?:${and}\\s+\\p{L}{2,12}\\s+(?=${until}\\s)|\\p{L}\\s+(?=${until}\\s))?(?<joint>-|/|${until}|${and}|${betweenAnd})?\\s*(?:${filler},?\\s+)?(?:${yearWord}\\s+)?$`,
      'u',
    ),
    lead: new RegExp(`${EDGE.left}${lead}\\s*(?:${from}\\s+)?$`, 'u'),
    suffix: new RegExp(`^\\.?\\s{0,2}${yearWord}(?!\\p{L})${words.yearDot ? '|^\\.(?!\\d)' : ''}`, 'u'),
    until: new RegExp(`${EDGE.left}${until}\\s+(?:${filler},?\\s+){0,2}$`, 'u'),
    between: new RegExp(`${EDGE.left}${between}\\s+$`, 'u'),
    betweenAnd: new RegExp(`^${betweenAnd}$`, 'u'),
    untilPart: new RegExp(`${EDGE.left}${until}\\s+${filler},?\\s+$`, 'u'),
    since: new RegExp(`${EDGE.left}${from}\\s+(?:${filler}\\s+)?$`, 'u'),
    alone: new RegExp(`${EDGE.left}(?:${lead}|${from}|${until}|${within})\\s+$`, 'u'),
    forYear: new RegExp(`${EDGE.left}${words.forYear}\\s+$`, 'u'),
    inYear: new RegExp(`${EDGE.left}${words.inYear}\\s+$`, 'u'),
    and: new RegExp(`^${and}$`, 'u'),
    listed: new RegExp(`^\\.?${year}(?:,\\s?(?:${and}\\s)?|\\s${and}\\s)$`, 'u'),
  }
})
