import { describe, expect, test } from 'vitest'
import { calibrated } from '../../lib/claims/confidence.ts'
import { BASELINES, Quality } from '../../lib/contract/index.ts'
import {
  calibrationOf,
  Gold,
  judged,
  type Pair,
  pageOf,
  qualityOf,
  score,
  tallyOf,
  worst,
} from '../../lib/score/index.ts'
import { analysed } from './record.ts'

const TEXT = 'Pomoć u kući za starije dobijaju i porodice. Sredstva daje Fond Zora.'
const parents = (id: string): string[] => (id === 'eu-pro' ? ['ipa', 'eu'] : [])
const at = (words: string, confidence = 0.9, rule = 'service/lexicon') => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, text: words, rule, confidence, because: 'test' }
}
const gold = (given: object): Gold =>
  Gold.parse({ document: 'a.txt', language: 'sr', script: 'Latn', kind: 'news', country: 'RS', ...given })
const serving = (...concepts: string[]): Pair['record'] =>
  analysed(TEXT, {
    services: concepts.map((concept) => ({ concept, targetGroups: [], mentions: [at('Pomoć u kući')] })),
  })
const services = (given: object, record: Pair['record']) =>
  score([{ gold: gold(given), record }], parents).sets.services

describe('a claim', () => {
  test.each([
    ['is right where gold has it', { services: ['home-care'] }, [1, 0, 0]],
    ['is right as any alternative', { services: ['personal-assistance|home-care'] }, [1, 0, 0]],
    ['is wrong where gold lacks it, and gold’s own is missed', { services: ['day-care-centre'] }, [0, 1, 1]],
    ['is neither where gold tolerates it', { optional: { services: ['home-care'] } }, [0, 0, 0]],
    ['is neither where gold tolerates everything', { optional: { services: ['*'] } }, [0, 0, 0]],
  ])('%s', (_what, given, [right, spurious, missed]) => {
    expect(services(given, serving('home-care'))).toMatchObject({ right, spurious, missed })
  })

  test('may be the second reading of an item that is met already', () => {
    const { right, spurious } = services({ services: ['home-care|telecare'] }, serving('home-care', 'telecare'))
    expect([right, spurious]).toEqual([1, 0])
  })

  test('of a giver that no list knows is found by the words it stands on', () => {
    const funder = {
      id: null,
      type: 'organisation' as const,
      parent: null,
      name: 'Fond Zora',
      mentions: [at('Fond Zora')],
    }
    const record = analysed(TEXT, { funders: [funder] })
    expect(score([{ gold: gold({ funders: ['@Fond Zora'] }), record }], parents).sets.funding.f1).toBe(1)
    expect(score([{ gold: gold({ funders: ['@porodice'] }), record }], parents).sets.funding.f1).toBe(0)
  })

  test('of a funder above the one that gold names is no error', () => {
    const funder = (id: string) => ({
      id,
      type: 'organisation' as const,
      parent: null,
      name: id,
      mentions: [at('Fond')],
    })
    const record = analysed(TEXT, { funders: [funder('eu-pro'), funder('eu')] })
    expect(score([{ gold: gold({ programmes: ['eu-pro'] }), record }], parents).sets.funding).toMatchObject({ f1: 1 })
  })
})

test('errors name document, dimension and item', () => {
  const pair = { gold: gold({ services: ['telecare'] }), record: serving('home-care') }
  expect(score([pair], parents).errors).toEqual(['a.txt services +home-care', 'a.txt services -telecare'])
})

test('calibration judges a document by what the others teach', () => {
  const pair = (document: string, right: boolean): Pair => ({
    gold: gold({ document, services: right ? ['home-care'] : [] }),
    record: serving('home-care'),
  })
  const claims = [pair('a', true), pair('b', true), pair('c', false)].flatMap((each) => judged(each, parents))
  expect(tallyOf(claims)).toEqual({ 'service/lexicon': { '0.90': [2, 1] } })
  const bins = calibrationOf(claims).services
  expect(bins.reduce((sum, bin) => sum + bin.claims, 0)).toBe(3)
  // a and b learn from one right and one wrong claim, c from two right ones
  expect(bins).toEqual([
    { from: 0, to: 0.6, claims: 2, right: 2, mean: 0.5 },
    { from: 0.8, to: 0.9, claims: 1, right: 0, mean: 0.87 },
  ])
})

test('figures keep the contract, and the page shows each dimension, baseline and error', () => {
  const pairs = [
    {
      gold: gold({ services: ['telecare'], evidence: { services: { telecare: ['Sredstva'] } } }),
      record: serving('home-care'),
    },
  ]
  const quality = Quality.parse(qualityOf(pairs, { parents, reading: [], stem: (_, word) => word.slice(0, 4) }))
  for (const name of BASELINES) expect(quality.baselines[name].services).toMatchObject({ right: 0, missed: 1 })
  const errors = worst(pairs, parents, { confidence: calibrated({}), most: 4 })
  expect(errors.map(({ name, confidence, sentence }) => [name, confidence, sentence])).toEqual([
    ['home-care', 0.9, 'Pomoć u kući za starije dobijaju i porodice.'],
    ['telecare', null, 'Sredstva daje Fond Zora.'],
  ])
  const page = pageOf(quality, errors)
  for (const words of ['| serviceLinks |', 'Snowball stems', '**telecare**: missed', '**home-care**: wrong, at 0.90'])
    expect(page).toContain(words)
})
