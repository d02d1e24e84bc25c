import type { CellState, Dimension, DocumentReply, Kind, PeriodRole, Status, Years } from '../../lib/contract/index.ts'

/** Names of the dimensions, as headings. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  services: 'Services',
  targetGroups: 'Target groups',
  periods: 'Periods',
  funders: 'Funders',
  municipalities: 'Municipalities',
}

export const KIND_WORDS: Readonly<Record<Kind, string>> = { strategy: 'Strategy', news: 'News', other: 'Other' }

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  received: 'Waiting',
  reading: 'Being read',
  analysed: 'Ready',
  failed: 'Not readable',
}

/** How far the scanned pages of a document are: `Reading page images, 12 of 48`. */
export const progressWords = ({ done, total }: NonNullable<DocumentReply['progress']>): string =>
  `Reading page images, ${done} of ${total}`

export const ROLE_WORDS: Readonly<Record<PeriodRole, string>> = {
  strategy: 'Strategy',
  'previous-strategy': 'Previous strategy',
  programme: 'Programme',
  project: 'Project',
  event: 'Event',
  publication: 'Publication',
  reference: 'Date of a figure or a law',
}

/** What a cell says, word for word as the API has it. */
export const STATE_WORDS: Readonly<Record<CellState, string>> = {
  found: 'Found in these documents',
  'not-found': 'Not found in these documents',
  'no-documents': 'No documents of this municipality yet',
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
const scriptNames = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'code' })
const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** A language in words: `Serbian, Cyrillic`; the script only where a language has several. */
export function languageWords(code: string | null, script: string | null): string {
  if (!code || code === 'und') return 'Unknown language'
  const name = languageNames.of(code) ?? code
  return code === 'sr' && script ? `${name}, ${scriptNames.of(script) ?? script}` : name
}

/** `RS` → `Serbia`. */
export const countryWords = (code: string): string => countryNames.of(code) ?? code

/** The value of a `lang` attribute: `sr-Cyrl`, `pl`; undefined where the language is unknown. */
export function languageTag(code: string | null | undefined, script: string | null | undefined): string | undefined {
  if (!code || code === 'und') return undefined
  return code === 'sr' && script ? `${code}-${script}` : code
}

/** First and last year in words: `2019–2022`, `from 2019`, `until 2022`, `2020`; empty where both are unknown. */
export function yearsWords([from, to]: Years): string {
  if (from !== null && to !== null) return from === to ? String(from) : `${from}–${to}`
  if (from !== null) return `from ${from}`
  return to === null ? '' : `until ${to}`
}

const FULL_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** An EDTF period in words: `2019/2022` → `2019–2022`, `2024-03-11` → `11 March 2024`, `../2027` → `until 2027`. */
export function edtfWords(edtf: string): string {
  const [from = '', to] = edtf.split('/').map((date) => (date === '..' ? '' : date))
  if (to === undefined) return dateWords(from)
  if (!from) return `until ${dateWords(to)}`
  if (!to) return `from ${dateWords(from)}`
  const style = styleOf(from)
  if (from.length === 4 && to.length === 4) return `${from}–${to}`
  if (style && from.length === to.length) return style.formatRange(Date.parse(from), Date.parse(to))
  return `${dateWords(from)} – ${dateWords(to)}`
}

const dateWords = (date: string): string => styleOf(date)?.format(Date.parse(date)) ?? date

const styleOf = (date: string): Intl.DateTimeFormat | undefined => {
  if (Number.isNaN(Date.parse(date))) return undefined
  return { 7: MONTH, 10: FULL_DATE }[date.length]
}

/** `1 document`, `3 documents`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** A confidence from 0 to 1 as `93 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Bytes in words: `812 KB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return count(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment in the reader's own time zone: `22 Nov 2026, 17:20`. */
export const timeWords = (iso: string): string => TIME.format(new Date(iso))
