import { describe, expect, it } from 'vitest'
import {
  conjugatePolish,
  conjugateSerbian,
  Dictionary,
  type Inflect,
  inflectPolish,
  inflectSerbian,
  isPolishVerb,
  isSerbianVerb,
} from '../../lib/inflect/index.ts'
import { fold } from '../../lib/text/index.ts'
import { goldOf, type Pair } from './gold.ts'

const LANGUAGES: readonly (readonly ['serbian' | 'polish', Inflect])[] = [
  ['serbian', inflectSerbian],
  ['polish', inflectPolish],
]

describe.each(LANGUAGES)('%s', (language, inflect) => {
  const gold = goldOf(language)
  const has = ([lemma, form]: Pair) => inflect(lemma).has(fold(form))

  it('makes at least 97 of 100 gold forms', () => {
    const missed = gold.forms.filter((pair) => !has(pair)).map((pair) => pair.join(' → '))
    expect(gold.forms.length).toBeGreaterThanOrEqual(150)
    expect(1 - missed.length / gold.forms.length, missed.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('makes no other word', () => {
    expect(gold.never.length).toBeGreaterThanOrEqual(40)
    expect(gold.never.filter(has).map((pair) => pair.join(' → '))).toEqual([])
  })

  it('gives folded forms and the lemma itself, whatever its case or composition', () => {
    for (const lemma of new Set(gold.forms.map(([each]) => each))) {
      const forms = inflect(lemma)
      expect(forms.has(fold(lemma))).toBe(true)
      expect(new Set(inflect(lemma.toUpperCase()))).toEqual(new Set(forms))
      expect(new Set(inflect(lemma.normalize('NFD')))).toEqual(new Set(forms))
      expect([...forms].filter((form) => form !== fold(form))).toEqual([])
    }
  })

  it('leaves a word that it cannot decline as it is', () => {
    expect([...inflect('EU')]).toEqual(['eu'])
    expect([...inflect('taksu')]).toEqual(['taksu'])
  })

  it('finds a word in a dictionary by every form it has, and by no other', () => {
    const filled = new Dictionary(inflect)
    const lemmas = [...new Set(gold.forms.map(([lemma]) => lemma))]
    expect(lemmas.map((lemma) => filled.numberOf(lemma))).toEqual([...lemmas.keys()])
    const forms = new Set(lemmas.flatMap((lemma) => [...inflect(lemma)]))
    for (const dictionary of [filled, new Dictionary(inflect, JSON.parse(JSON.stringify(filled)))]) {
      const found = (form: string) => dictionary.get(form).map((word) => lemmas[word])
      for (const form of [...forms].filter((_, i) => i % 50 === 0))
        expect(found(form).sort()).toEqual(lemmas.filter((lemma) => inflect(lemma).has(form)).sort())
      for (const [lemma, form] of gold.never) expect(found(fold(form))).not.toContain(lemma)
    }
  })
})

it('makes the ekavian and ijekavian forms of one word alike', () => {
  const ekavian = [...inflectSerbian('smeštaj')]
  const ijekavian = [...inflectSerbian('smještaj')]
  expect(ekavian).toContain('smestajem')
  expect(ekavian).toContain('smjestajem')
  expect(new Set(ijekavian)).toEqual(new Set(ekavian))
})

describe.each([
  ['serbian', conjugateSerbian, isSerbianVerb],
  ['polish', conjugatePolish, isPolishVerb],
] as const)('%s verbs', (language, conjugate, isVerb) => {
  const { verbs, passives, others } = goldOf(language)

  it.each(verbs)('%s → %s', (infinitive, form) => {
    expect([...conjugate(infinitive).finite]).toContain(fold(form))
    expect(isVerb(fold(form))).toBe(true)
  })

  it.each(passives)('%s → %s, passive', (infinitive, form) => {
    expect([...conjugate(infinitive).passive]).toContain(fold(form))
  })

  it('are told from other words', () => {
    expect(others.length).toBeGreaterThan(10)
    expect(others.filter((word) => isVerb(fold(word)))).toEqual([])
  })
})
