import { describe, expect, test } from 'vitest'
import { compare, factsOf } from '../../lib/compare/index.ts'
import { Comparison, type MunicipalityRef } from '../../lib/contract/index.ts'
import { edge, quote } from '../support/items.ts'

const pozega: MunicipalityRef = { id: 'rs-70955', country: 'RS', name: 'Požega' }
const bor: MunicipalityRef = { id: 'rs-70327', country: 'RS', name: 'Bor' }
const ruda: MunicipalityRef = { id: 'pl-247201', country: 'PL', name: 'Ruda Śląska' }
const refs = new Map([['a'.repeat(20), { id: 'a'.repeat(20), title: 'Strategija', pages: 12 }]])

describe('a comparison', () => {
  const columns = [
    { municipality: pozega, documents: 2, edges: [edge(), edge({ code: 'social-work' })] },
    {
      municipality: bor,
      documents: 1,
      edges: [edge({ code: 'food-support' }), edge({ dimension: 'targetGroups', code: 'roma' })],
    },
    { municipality: ruda, documents: 0, edges: [] },
  ]
  const comparison = compare('services', columns, refs)

  test('has the shape of the contract', () => {
    expect(Comparison.parse(comparison)).toEqual(comparison)
  })

  test('has a row for each concept found, in the order of the scheme, under its group', () => {
    expect(comparison.rows.map(({ concept, broader }) => [broader?.id, concept.id])).toEqual([
      ['assessment-planning', 'social-work'],
      ['day-community', 'home-care'],
      ['material-support', 'food-support'],
    ])
  })

  test('tells silence of the documents from their absence, and neither from a fact', () => {
    expect(comparison.rows[1]?.cells.map(({ municipality, state }) => [municipality, state])).toEqual([
      ['rs-70955', 'found'],
      ['rs-70327', 'not-found'],
      ['pl-247201', 'no-documents'],
    ])
    expect(comparison.rows[1]?.cells[1]?.words).toBe('Not found in these documents')
    expect(JSON.stringify(comparison)).not.toMatch(/does not exist|no such/i)
  })

  test('shows the words in their sentence, and the document', () => {
    const [cell] = comparison.rows[1]?.cells ?? []
    const [best] = cell?.quotes ?? []
    expect(best?.sentence.slice(...(best.highlight ?? [0, 0]))).toBe('pomoć u kući')
    expect(cell?.documents).toEqual([{ id: 'a'.repeat(20), title: 'Strategija', pages: 12 }])
    expect(cell?.years).toEqual([[2019, 2022]])
    expect(cell?.targetGroups[0]?.labels.pl).toBe('osoby starsze')
  })
})

test('periods are gathered by role, with their values and the best quote of each', () => {
  const edges = ['strategy:2023/2026', 'event:2024-03-11', 'strategy:2019/2022'].map((code) =>
    edge({
      dimension: 'periods',
      code,
      targetGroups: [],
      quotes: [quote({ text: code, sentence: `u ${code}` }), quote()],
    }),
  )
  const facts = factsOf('periods', edges, refs)
  expect(facts.map(({ concept, periods }) => [concept.id, periods])).toEqual([
    ['strategy', ['2019/2022', '2023/2026']],
    ['event', ['2024-03-11']],
  ])
  expect(facts[0]?.quotes.map(({ text }) => text)).toEqual(['strategy:2019/2022', 'strategy:2023/2026'])
  expect(facts[0]?.mentions).toBe(2)
})

test('a funder that no list knows keeps its words and comes last; a programme stands under its giver', () => {
  const edges = ['@Fond dobrih ljudi', 'ipa', 'usaid'].map((code) =>
    edge({ dimension: 'funders', code, ...(code.startsWith('@') && { label: 'Fond dobrih ljudi' }) }),
  )
  const facts = factsOf('funders', edges, refs)
  expect(facts.at(-1)?.concept.labels.pl).toBe('Fond dobrih ljudi')
  expect(facts.find(({ concept }) => concept.id === 'ipa')?.broader?.id).toBe('eu')
})

test('words over a line break are found in the sentence where it was joined, and left alone where not', () => {
  const highlights = ['pomoć\nu kući', 'nema'].map(
    (text) => factsOf('services', [edge({ quotes: [quote({ text })] })], refs)[0]?.quotes[0]?.highlight,
  )
  expect(highlights).toEqual([[11, 23], null])
})
