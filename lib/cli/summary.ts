import { conceptOf } from '../concepts/index.ts'
import type { AnalysisRecord, Mention, SchemeId } from '../contract/index.ts'

const WIDEST_QUOTE = 60

/** A record for people: what the document is, and each claim with its first words. */
export function summaryOf(record: AnalysisRecord): string {
  const { source, title, status, kind, language, problems } = record
  const lines = [
    source.key,
    title && `  ${title}`,
    status === 'failed' ? '  failed' : `  ${kind}, ${language.code}-${language.script}, ${pagesOf(record)}`,
    ...problems.map(({ code, message }) => `  ! ${code}: ${message}`),
    ...claimLines(record),
  ]
  return `${lines.filter(Boolean).join('\n')}\n\n`
}

const pagesOf = ({ source }: AnalysisRecord): string =>
  source.pages === undefined ? `${source.bytes} bytes` : `${source.pages} pages`

function claimLines({ municipalities, targetGroups, services, periods, funders }: AnalysisRecord): string[] {
  return [
    ...section(
      'About',
      municipalities
        .filter(({ role }) => role === 'subject')
        .map(({ id, name, mentions }) => [`${name} (${id})`, mentions]),
    ),
    ...section(
      'Periods',
      periods.map(({ role, edtf, mentions }) => [`${role} ${edtf}`, mentions]),
    ),
    ...section(
      'Target groups',
      targetGroups.map(({ concept, label, mentions }) => [wordsOf('target-groups', concept, label), mentions]),
    ),
    ...section(
      'Services',
      services.map(({ concept, label, targetGroups: groups, mentions }) => [
        [wordsOf('services', concept, label), ...groups.map((group) => wordsOf('target-groups', group))].join(' → '),
        mentions,
      ]),
    ),
    ...section(
      'Funding',
      funders.map(({ name, mentions }) => [name, mentions]),
    ),
  ]
}

const wordsOf = (scheme: SchemeId, concept: string | null, label = ''): string =>
  (concept === null ? undefined : conceptOf(scheme, concept)?.labels.en) ?? concept ?? label

const section = (heading: string, claims: readonly (readonly [string, readonly Mention[]])[]): string[] =>
  claims.length === 0
    ? []
    : [`  ${heading}`, ...claims.map(([words, [first]]) => `    ${words}  “${shorten(first?.text ?? '')}”`)]

const shorten = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ')
  return plain.length > WIDEST_QUOTE ? `${plain.slice(0, WIDEST_QUOTE - 1)}…` : plain
}
