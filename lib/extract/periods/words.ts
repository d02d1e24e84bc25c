import * as z from 'zod'
import { bookOf, Lexicon, type Locale, listIn, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'

/** Words around a date that say what it is for. */
export const CUES = [
  'publication',
  'updated',
  'strategy',
  'national',
  'programme',
  'project',
  'carried',
  'call',
  'season',
  'current',
  'closed',
  'foresees',
  'extended',
  'event',
  'deadline',
  'previous',
  'lapsed',
  'replacing',
  'referred',
  'builds',
  'statistics',
  'report',
  'pays',
  'paying',
  'granted',
  'allots',
  'denied',
  'meets',
  'valid',
  'horizon',
  'recurring',
  'idle',
  'past',
  'start',
  'end',
] as const
export type Cue = (typeof CUES)[number]

const list = z.array(z.coerce.string()).min(1)
const List = z.strictObject({
  months: z.record(z.coerce.number().int().min(1).max(12), list),
  'short-months': z.record(z.coerce.number().int().min(1).max(12), list),
  'year-words': list,
  'year-dot': z.boolean(),
  from: list,
  until: list,
  between: list,
  'between-and': list,
  within: list,
  'for-year': list,
  'in-year': list,
  'until-fillers': list,
  and: list,
  leads: list,
  units: list,
  gazettes: list,
  laws: list,
  'law-dates': list,
  'law-subjects': list,
  'sub-clauses': list,
  lasts: list,
  documents: list,
  captures: list,
  numbers: list,
  lasting: list,
  numerals: z.record(z.coerce.number().int().min(1).max(120), list),
  spans: z.record(z.coerce.number().int().min(1).max(12), list),
  parts: z.record(z.string().regex(/^\d{1,2}-\d{1,2}$/u), list),
  streets: list,
  bylines: list,
  weekdays: list,
  annexes: list,
  'adopted-endings': list,
  'ordinal-endings': list,
  'long-plans': list,
  'relative-years': z.record(z.coerce.number().int().min(-1).max(1), list),
  cues: z.record(z.enum(CUES), list),
})

/** The words of dates of one language: months by folded form, alternations for regular expressions, cues. */
export interface Words {
  readonly months: ReadonlyMap<string, number>
  readonly month: string
  /** Shortened months, which count only beside a day: folded, "się" is "sie". */
  readonly shortMonth: string
  readonly yearWord: string
  /** A year is an ordinal and has a full stop: "2020." */
  readonly yearDot: boolean
  readonly from: string
  readonly until: string
  /** "między 3 a 14 lipca": opens a range whose ends `betweenAnd` joins. */
  readonly between: string
  readonly betweenAnd: string
  readonly within: string
  readonly forYear: string
  /** Before the year in which something happens: "w roku 2020". */
  readonly inYear: string
  readonly filler: string
  readonly and: string
  readonly lead: string
  readonly unit: string
  readonly gazette: string
  readonly law: string
  readonly lawDate: string
  readonly about: string
  /** Opens what a decision says: "odluke da se … od 1. juna plaćaju". */
  readonly subClause: string
  /** Behind it a day says since when something is in force: "primenjuje se od". */
  readonly lasts: string
  readonly document: string
  /** Before a day: the name of a picture's file. */
  readonly capture: string
  readonly number: string
  /** Parts of a year by folded form, with their first and last month: "prvoj polovini" 1 and 6. */
  readonly parts: ReadonlyMap<string, readonly [number, number]>
  readonly part: string
  /** Before the time that something lasts ("traje"), number words, and months in a unit of time. */
  readonly lasting: string
  readonly numerals: ReadonlyMap<string, number>
  readonly numeral: string
  readonly spans: ReadonlyMap<string, number>
  readonly span: string
  readonly street: string
  /** Opens the line that names who wrote a text: "Piše", "Autor". */
  readonly byline: string
  readonly weekday: string
  /** Opens the line that names the decision which a document belongs to: "Załącznik do uchwały". */
  readonly annex: string
  /** Endings of the verb before the decision by which a text was adopted: "doneto je", "przyjęty". */
  readonly adopted: string
  /** Behind the figure of an ordinal: "1-go", "5-og". */
  readonly ordinal: string
  /** Cues of plans for many years. */
  readonly longPlans: ReadonlySet<string>
  /** What behind a day says how many years it lies from the text: "ove godine" 0, "ubiegłego roku" -1. */
  readonly relativeYears: readonly (readonly [RegExp, number])[]
  readonly cues: Lexicon<Cue>
}

/** The words of a locale's list `periods`, read once. Throws where the list has not its shape. */
export const wordsOf = perLocale(build)

function build(locale: Locale): Words {
  const lists = listIn(locale, 'periods', List)
  const months = monthsOf(lists.months)
  const short = monthsOf(lists['short-months'])
  return {
    ...simpleOf(lists),
    ...lengthsOf(lists),
    months: new Map([...months, ...short]),
    month: anyOf([...months.keys()]),
    shortMonth: anyOf([...short.keys()]),
    yearDot: lists['year-dot'],
    yearWord: anyOf(lists['year-words']),
    from: anyOf(lists.from),
    until: anyOf(lists.until),
    between: anyOf(lists.between),
    betweenAnd: anyOf(lists['between-and']),
    within: anyOf(lists.within),
    forYear: anyOf(lists['for-year']),
    inYear: anyOf(lists['in-year']),
    filler: anyOf(lists['until-fillers']),
    and: anyOf(lists.and),
    lead: anyOf(lists.leads),
    street: anyOf(lists.streets),
    byline: anyOf(lists.bylines),
    weekday: anyOf(lists.weekdays),
    annex: anyOf(lists.annexes),
    adopted: anyOf(lists['adopted-endings']),
    ordinal: anyOf(lists['ordinal-endings']),
    longPlans: new Set(lists['long-plans']),
    relativeYears: Object.entries(lists['relative-years']).map(
      ([years, words]) => [new RegExp(`^\\.?,?\\s${anyOf(words)}(?!\\p{L})`, 'u'), Number(years)] as const,
    ),
    cues: new Lexicon(Object.entries(lists.cues) as [Cue, string[]][], bookOf(locale)),
  }
}

/** The words around what is no date of the text: units, citations, files. */
const simpleOf = (lists: z.infer<typeof List>) => ({
  unit: anyOf(lists.units),
  gazette: anyOf(lists.gazettes),
  law: anyOf(lists.laws),
  lawDate: anyOf(lists['law-dates']),
  about: anyOf(lists['law-subjects']),
  subClause: anyOf(lists['sub-clauses']),
  lasts: anyOf(lists.lasts),
  document: anyOf(lists.documents),
  capture: anyOf(lists.captures),
  number: anyOf(lists.numbers),
})

/** The words for how long something lasts, and for parts of a year. */
function lengthsOf(lists: z.infer<typeof List>) {
  const [numerals, spans, parts] = [monthsOf(lists.numerals), monthsOf(lists.spans), partsOf(lists.parts)]
  return {
    lasting: anyOf(lists.lasting),
    numerals,
    numeral: anyOf([...numerals.keys()]),
    spans,
    span: anyOf([...spans.keys()]),
    parts,
    part: anyOf([...parts.keys()]),
  }
}

const monthsOf = (forms: Readonly<Record<string, readonly string[]>>): Map<string, number> =>
  new Map(Object.entries(forms).flatMap(([month, each]) => each.map((form) => [fold(form), Number(month)] as const)))

const partsOf = (forms: Readonly<Record<string, readonly string[]>>): Map<string, readonly [number, number]> =>
  new Map(
    Object.entries(forms).flatMap(([months, each]) => {
      const [first = 1, last = 12] = months.split('-').map(Number)
      return each.map((form) => [fold(form), [first, last]] as const)
    }),
  )

/** A group that matches any of the words, folded, the longest first; a space stands for any white space. */
function anyOf(words: readonly string[]): string {
  const forms = [...new Set(words.map(fold))].sort((a, b) => b.length - a.length)
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '\\s+'))
  return `(?:${escaped.join('|')})`
}
