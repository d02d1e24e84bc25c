import { expect, test } from 'vitest'
import {
  count,
  edtfWords,
  languageTag,
  languageWords,
  progressWords,
  sizeWords,
  yearsWords,
} from '../../web/src/words.ts'

test.each([
  ['2019/2022', '2019–2022'],
  ['2020', '2020'],
  ['2020-03', 'March 2020'],
  ['2024-03-11', '11 March 2024'],
  ['2024-03-11/2024-03-13', '11\u2009–\u200913 March 2024'],
  ['2020-03/2020-10', 'March\u2009–\u2009October 2020'],
  ['../2027', 'until 2027'],
  ['2021/..', 'from 2021'],
])('the period %s reads "%s"', (edtf, words) => {
  expect(edtfWords(edtf)).toBe(words)
})

test.each([
  [[2019, 2022], '2019–2022'],
  [[2020, 2020], '2020'],
  [[2019, null], 'from 2019'],
  [[null, 2022], 'until 2022'],
  [[null, null], ''],
] as const)('the years %j read "%s"', ([from, to], words) => {
  expect(yearsWords([from, to])).toBe(words)
})

test('the pages of a scan are counted', () => {
  expect(progressWords({ done: 12, total: 48 })).toBe('Reading page images, 12 of 48')
})

test('a language is named with its script only where it has two', () => {
  expect(languageWords('sr', 'Cyrl')).toBe('Serbian, Cyrillic')
  expect(languageWords('pl', 'Latn')).toBe('Polish')
  expect(languageWords('und', null)).toBe('Unknown language')
  expect(languageTag('sr', 'Latn')).toBe('sr-Latn')
  expect(languageTag('pl', 'Latn')).toBe('pl')
  expect(languageTag('und', 'Latn')).toBeUndefined()
})

test('numbers and sizes are counted in words', () => {
  expect(count(1, 'document')).toBe('1 document')
  expect(count(1200, 'document')).toBe('1,200 documents')
  expect(sizeWords(1)).toBe('1 byte')
  expect(sizeWords(81_234)).toBe('81 KB')
  expect(sizeWords(3_400_000)).toBe('3.4 MB')
})
