import { describe, expect, test } from 'vitest'
import { CELL_WORDS, COMPARED, type Comparison, LABEL_LANGUAGES, type SkosSchemes } from '../../lib/contract/index.ts'
import { allRows, isListed } from '../../web/src/rows.ts'
import { LABELS, TABS } from '../../web/src/view.ts'
import { STATE_WORDS } from '../../web/src/words.ts'

const named = (id: string) => ({ id, labels: { en: id, 'sr-Latn': id, 'sr-Cyrl': id, pl: id } })
const nothing = { documents: [], mentions: 0, confidence: 0, years: [], periods: [], targetGroups: [], quotes: [] }
const found = (municipality: string) => ({ municipality, state: 'found' as const, words: CELL_WORDS.found, ...nothing })

const comparison: Comparison = {
  dimension: 'services',
  columns: [
    { id: 'rs-70955', country: 'RS', name: 'Požega', documents: 2 },
    { id: 'pl-247201', country: 'PL', name: 'Ruda Śląska', documents: 0 },
  ],
  rows: [
    { concept: named('home-care'), broader: named('day'), cells: [found('rs-70955'), found('pl-247201')] },
    { concept: named('@mobilni tim'), broader: null, cells: [found('rs-70955'), found('pl-247201')] },
  ],
}
const concept = (notation: string, broader?: string) => ({
  id: `#${notation}`,
  type: 'Concept' as const,
  notation,
  prefLabel: named(notation).labels,
  ...(broader ? { broader: `#${broader}` } : { topConceptOf: '#' }),
})
const schemes: SkosSchemes = {
  schemes: [
    {
      '@context': {},
      id: '#',
      type: 'ConceptScheme',
      notation: 'services',
      prefLabel: named('services').labels,
      concepts: [concept('day'), concept('day-care', 'day'), concept('home-care', 'day')],
    },
  ],
}

describe('all rows of a comparison', () => {
  const rows = allRows(comparison, schemes)

  test('hold every concept in the order of its scheme, and at the end what no list knows', () => {
    expect(rows.map((row) => row.concept.id)).toEqual(['day-care', 'home-care', '@mobilni tim'])
    expect(rows[0]?.broader).toEqual(named('day'))
  })

  test('tell silent documents from no documents', () => {
    expect(rows[0]?.cells.map(({ state, words }) => [state, words])).toEqual([
      ['not-found', CELL_WORDS['not-found']],
      ['no-documents', CELL_WORDS['no-documents']],
    ])
  })

  test('keep what was found as it is', () => {
    expect(rows[1]).toBe(comparison.rows[0])
  })
})

test('the page says what the contract says', () => {
  expect(STATE_WORDS).toEqual(CELL_WORDS)
  expect(TABS).toEqual(COMPARED)
  expect(Object.keys(LABELS)).toEqual(LABEL_LANGUAGES)
  expect(COMPARED.filter(isListed)).toEqual(['services', 'targetGroups'])
})
