import { CELL_WORDS, type Comparison, type ComparisonCell, type Years } from '../contract/index.ts'
import { line } from '../export/index.ts'

const MARKS: Readonly<Record<ComparisonCell['state'], string>> = { found: '●', 'not-found': '·', 'no-documents': '?' }
const WIDEST_NAME = 48

/** A comparison as a table for the terminal, with what its marks mean. */
export function asTable({ columns, rows }: Comparison): string {
  const heads = ['', ...columns.map(({ name, documents }) => `${name} (${documents})`)]
  const lines: string[][] = []
  let group: string | undefined
  for (const { concept, broader, cells } of rows) {
    if (broader && broader.id !== group) lines.push([broader.labels.en])
    group = broader?.id
    lines.push([`${broader ? '  ' : ''}${shorten(concept.labels.en)}`, ...cells.map(inTable)])
  }
  const widths = heads.map((head, i) =>
    Math.max(...[head, ...lines.map((cells) => cells[i] ?? '')].map((c) => [...c].length)),
  )
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd()
  const legend = Object.entries(MARKS).map(([state, mark]) => `${mark} ${CELL_WORDS[state as ComparisonCell['state']]}`)
  const none = rows.length > 0 ? [] : ['Nothing found in these documents.']
  return [...[heads, ...lines].map(format), ...none, '', legend.join('   '), ''].join('\n')
}

const inTable = ({ state, documents, years, periods }: ComparisonCell): string =>
  state === 'found'
    ? [MARKS.found, documents.length, periods.length ? periods.join(', ') : years.map(yearsOf).join(', ')]
        .join(' ')
        .trim()
    : MARKS[state]

/** `2019–2022`, `2015–`, `–2027`; nothing where both are unknown. */
const yearsOf = ([from, to]: Years): string =>
  from === null && to === null ? '' : from === to ? String(from) : `${from ?? ''}–${to ?? ''}`

const shorten = (name: string): string => (name.length > WIDEST_NAME ? `${name.slice(0, WIDEST_NAME - 1)}…` : name)

const COLUMNS = [
  'dimension',
  'concept',
  'label',
  'broader',
  'municipality',
  'municipality_name',
  'state',
  'words',
] as const
const EVIDENCE = ['documents', 'years', 'periods', 'quote', 'document', 'start', 'end', 'page'] as const

/** A comparison as CSV: a line for each cell, with its best quote. */
export function asCsv({ dimension, columns, rows }: Comparison): string {
  const names = new Map(columns.map(({ id, name }) => [id, name]))
  const lines = rows.flatMap(({ concept, broader, cells }) =>
    cells.map((cell) => [
      ...[dimension, concept.id, concept.labels.en, broader?.labels.en ?? ''],
      ...[cell.municipality, names.get(cell.municipality) ?? '', cell.state, cell.words, ...evidence(cell)],
    ]),
  )
  return [[...COLUMNS, ...EVIDENCE], ...lines].map(line).join('')
}

function evidence({ documents, years, periods, quotes: [best] }: ComparisonCell): (string | number | null)[] {
  const where = [
    documents.map(({ id }) => id).join(' '),
    years.map(yearsOf).filter(Boolean).join(' '),
    periods.join(' '),
  ]
  return [
    ...where,
    best?.text ?? null,
    best?.document ?? null,
    best?.start ?? null,
    best?.end ?? null,
    best?.page ?? null,
  ]
}
