import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { claimsOf } from '../../lib/claims/index.ts'
import { logistic } from '../../lib/learn/index.ts'
import { localeOf } from '../../lib/locales/index.ts'
import { mentionsIn } from '../../lib/pipeline/index.ts'
import { normalize } from '../../lib/text/index.ts'
import { type Example, fitted, fitWeights, type Weights } from '../../lib/ties/index.ts'
import { oddsOf } from '../../lib/ties/weights.ts'

const Cases = z.array(z.strictObject({ text: z.string(), ties: z.record(z.string(), z.array(z.string())) }))

describe.each(['sr', 'pl'])('%s', (language) => {
  const locale = localeOf(language)
  const path = join(import.meta.dirname, `${language}.yml`)
  test.each(Cases.parse(parse(readFileSync(path, 'utf8'))))('$text', ({ text, ties }) => {
    if (!locale) throw new Error(`no locale ${language}`)
    const { doc, found } = mentionsIn(locale, { text: normalize(text), pages: [], marks: [] }, fitted)
    const { services } = claimsOf(doc, locale, found)
    const isAsked = (concept: string | null) => Object.keys(ties).length === 0 || (concept ?? '') in ties
    const named = services.filter(
      ({ concept, targetGroups }) => isAsked(concept) && (targetGroups.length > 0 || (concept ?? '') in ties),
    )
    expect(Object.fromEntries(named.map(({ concept, targetGroups }) => [concept, targetGroups.toSorted()]))).toEqual(
      Object.fromEntries(Object.entries(ties).map(([service, groups]) => [service, groups.toSorted()])),
    )
  })
})

test('what weights are learned from rests on no weights', () => {
  const locale = localeOf('sr')
  if (!locale) throw new Error('no locale sr')
  const text =
    'Usluga | Za koga | Ko pruža\nDnevni boravak | deca sa smetnjama | Centar\nPrevoz | deca sa smetnjama | Opština'
  const reading = { text, pages: [], marks: [] }
  const rules = (weights?: Weights) => mentionsIn(locale, reading, weights).found.map(({ rule }) => rule)
  expect(rules(fitted)).toContain('service/context')
  expect(rules()).not.toContain('service/context')
})

describe('weights', () => {
  const example = (isTied: boolean, ...pairs: string[][]): Example => ({ isTied, pairs })

  test('tell what ties from what does not', () => {
    const yes = Array.from({ length: 20 }, () => example(true, ['clause'], ['near']))
    const no = Array.from({ length: 20 }, () => example(false, ['near']))
    const weights = fitWeights([...yes, ...no])
    expect(logistic(oddsOf(['clause'], weights))).toBeGreaterThan(0.8)
    expect(logistic(oddsOf(['near'], weights))).toBeLessThan(0.2)
  })

  test('are the same for the same examples', () => {
    const examples = [example(true, ['a', 'b']), example(false, ['b']), example(false, ['c'])]
    expect(fitWeights(examples)).toEqual(fitWeights(examples))
  })
})
