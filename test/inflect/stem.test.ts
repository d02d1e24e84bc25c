import { describe, expect, it } from 'vitest'
import { stem } from '../../lib/inflect/index.ts'
import { fold } from '../../lib/text/index.ts'
import { goldOf, type Pair } from './gold.ts'

describe.each([
  ['serbian', 'sr'],
  ['polish', 'pl'],
] as const)('stem of %s', (language, code) => {
  const gold = goldOf(language)
  const alike = ([lemma, form]: Pair) => stem(fold(lemma), code) === stem(fold(form), code)

  it('is shared by at least 93 of 100 gold forms and their lemmas', () => {
    const missed = gold.forms.filter((pair) => !alike(pair)).map((pair) => pair.join(' ≠ '))
    expect(1 - missed.length / gold.forms.length, missed.join('\n')).toBeGreaterThanOrEqual(0.93)
  })

  it('keeps at least 80 of 100 other words apart', () => {
    const merged = gold.never.filter(alike).map((pair) => pair.join(' = '))
    expect(merged.length / gold.never.length, merged.join('\n')).toBeLessThanOrEqual(0.2)
  })

  it('is never empty', () => {
    for (const [, form] of gold.forms) expect(stem(fold(form), code)).not.toBe('')
  })
})

it('of a language without a stemmer is the form', () => {
  expect(stem('familien', 'de')).toBe('familien')
})
