import { describe, expect, test } from 'vitest'
import { conceptOf, conceptsOf, cyrillic, groupOf, ranks, skosOf } from '../../lib/concepts/index.ts'
import { LABEL_LANGUAGES, SCHEMES, SkosScheme } from '../../lib/contract/index.ts'
import { fold } from '../../lib/text/index.ts'

describe.each(SCHEMES)('the scheme %s', (scheme) => {
  test('names every concept in every language, each in its own script', () => {
    for (const { labels } of conceptsOf(scheme)) {
      for (const language of LABEL_LANGUAGES) expect(labels[language].trim()).not.toBe('')
      expect(labels['sr-Latn']).not.toMatch(/\p{Script=Cyrillic}/u)
      for (const word of labels['sr-Cyrl'].match(/\p{L}+/gu) ?? [])
        expect(word).toMatch(/^(?:\p{Script=Cyrillic}+|\p{Script=Latin}+)$/u)
    }
  })

  test('puts each group before its concepts and every concept into a group', () => {
    const rank = ranks(scheme)
    for (const { id, broader } of conceptsOf(scheme)) {
      expect(groupOf(scheme, id)?.id).toBe(broader)
      if (broader !== undefined) expect(rank.get(broader)).toBeLessThan(rank.get(id) ?? -1)
    }
  })

  test('is a SKOS scheme whose broader concepts are in it', () => {
    const skos = SkosScheme.parse(skosOf(scheme))
    const ids = new Set(skos.concepts.map(({ id }) => id))
    expect(ids.size).toBe(conceptsOf(scheme).length)
    for (const { broader, topConceptOf } of skos.concepts)
      expect(broader === undefined ? topConceptOf === skos.id : ids.has(broader)).toBe(true)
  })
})

test('knows what a concept is mapped to', () => {
  expect(conceptOf('services', 'home-care')).toMatchObject({
    broader: 'day-community',
    esspros: 'OLD',
    cofog: '10.2.0',
  })
  expect(conceptOf('services', 'older-persons')).toBeUndefined()
})

test.each([
  ['pomoć u kući', 'помоћ у кући'],
  ['Ljubav, njega i džep đaka', 'Љубав, њега и џеп ђака'],
  ['NEET mladi', 'NEET млади'],
  ['UN Women', 'UN Women'],
])('%s is %s in Cyrillic and folds to the same', (latin, cyrl) => {
  expect(cyrillic(latin)).toBe(cyrl)
  expect(fold(cyrl)).toBe(fold(latin))
})
