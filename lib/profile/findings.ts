import type { AnalysisRecord, Dimension, Mention } from '../contract/index.ts'
import type { Finding } from '../store/index.ts'
import { docOf } from '../text/index.ts'
import { bestQuotes, type Quoted } from './quote.ts'
import { plannedYears, type Years, yearsOf } from './years.ts'

const QUOTES = 2
const LONGEST_NAME = 120

/** A claim of any dimension, brought to what a finding needs. */
interface Fact {
  readonly dimension: Dimension
  readonly code: string
  readonly label?: string
  readonly targetGroups: readonly string[]
  readonly years: Years
  readonly mentions: readonly Mention[]
}

/**
 * What a document says about each of its subject municipalities: one finding per concept, with its two best quotes. The
 * municipality itself is a finding too, so that a document counts in which nothing else was found. A record without its
 * text or without a subject has none; periods that only date a figure (`reference`) are left out. `abbreviations` of the
 * record's language keep sentences whole.
 */
export function findingsOf(record: AnalysisRecord, abbreviations: ReadonlySet<string> = new Set()): Finding[] {
  const subjects = record.municipalities.filter(({ role }) => role === 'subject')
  if (!subjects.length || record.text === undefined) return []
  const years = plannedYears(record.periods)
  const quoted = quotedOf(record, record.text, abbreviations)
  const shared = [...factsOf(record, years)].map((fact) => finding(fact, quoted))
  return subjects.flatMap(({ id, name, mentions }) => {
    const own = { dimension: 'municipalities', code: id, label: name, targetGroups: [], years, mentions } as const
    return [finding(own, quoted), ...shared].map((one) => ({ municipality: id, ...one }))
  })
}

/** The code of what no list knows: `@` and the name as written, white space made plain, cut at 120 characters. */
export const unknownCode = (name: string): string => `@${name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME)}`

/** The code of a period: `strategy:2019/2022`. */
export const periodCode = (period: { role: string; edtf: string }): string => `${period.role}:${period.edtf}`

function quotedOf(record: AnalysisRecord, text: string, abbreviations: ReadonlySet<string>): Quoted {
  const { id, language, pages } = record
  const { sentences } = docOf({ text, pages, marks: [] }, { language: language.code, abbreviations })
  return { document: id, text, sentences }
}

function* factsOf(record: AnalysisRecord, years: Years): Generator<Fact> {
  for (const { concept, label, mentions } of record.targetGroups)
    yield {
      dimension: 'targetGroups',
      ...coded(concept, label ?? wordsOf(mentions)),
      targetGroups: [],
      years,
      mentions,
    }
  for (const { concept, label, targetGroups, mentions } of record.services)
    yield { dimension: 'services', ...coded(concept, label ?? wordsOf(mentions)), targetGroups, years, mentions }
  for (const { id, name, mentions } of record.funders)
    yield { dimension: 'funders', ...coded(id, name), targetGroups: [], years, mentions }
  for (const period of record.periods) {
    if (period.role === 'reference') continue
    const { mentions } = period
    yield { dimension: 'periods', code: periodCode(period), targetGroups: [], years: yearsOf(period), mentions }
  }
}

const coded = (id: string | null, name: string) =>
  id === null ? { code: unknownCode(name), label: name } : { code: id }

const wordsOf = (mentions: readonly Mention[]): string => mentions[0]?.text ?? ''

function finding({ mentions, ...fact }: Fact, quoted: Quoted): Omit<Finding, 'municipality'> {
  return {
    ...fact,
    document: quoted.document,
    mentions: mentions.length,
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
    quotes: bestQuotes(quoted, mentions, QUOTES),
  }
}
