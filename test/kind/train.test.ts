import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fitCurve } from '../../lib/kind/curve.ts'
import { opinionIn } from '../../lib/kind/model.ts'
import { exampleOf, modelOf, Passages, train } from '../../lib/kind/train.ts'

const root = join(import.meta.dirname, '../..')
const passagesOf = (language: string) =>
  Passages.parse(parse(readFileSync(join(root, `fixtures/training/${language}.yml`), 'utf8')))

/** Which share of the passages a classifier trained on the other four fifths judges rightly. */
function accuracy(language: string): number {
  const examples = passagesOf(language).map((passage) => exampleOf(passage, language))
  const right = [0, 1, 2, 3, 4].flatMap((fold) => {
    const opinion = opinionIn(modelOf(examples.filter((_, i) => i % 5 !== fold)))
    return examples.filter(({ features, yes }, i) => i % 5 === fold && opinion(features) >= 0.5 === yes)
  })
  return right.length / examples.length
}

describe.each(['sr', 'pl'])('the training passages of %s', (language) => {
  const passages = passagesOf(language)

  it('are balanced, of every kind, and none is there twice', () => {
    for (const about of ['social', 'other'] as const) {
      const side = passages.filter((passage) => passage.about === about)
      expect(side.length).toBeGreaterThanOrEqual(55)
      expect(new Set(side.map(({ kind }) => kind)).size).toBe(3)
    }
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length)
  })

  it('teach what holds for passages not seen: 5-fold cross-validation', () => {
    expect(accuracy(language)).toBeGreaterThanOrEqual(0.92)
  }, 60_000)

  it('always teach the same, which is what is committed', () => {
    const kinds: unknown = JSON.parse(readFileSync(join(root, 'lib/data/kinds.json'), 'utf8'))
    expect(kinds).toMatchObject({ [language]: JSON.parse(JSON.stringify(train(passages, language))) })
  }, 60_000)
})

describe('the trained classifiers', () => {
  it('are small', () => {
    expect(statSync(join(root, 'lib/data/kinds.json')).size).toBeLessThan(300_000)
  })

  it('load without the root of natural, which reads .env and prints', () => {
    const script = `
      await import('./lib/kind/relevance.ts')
      const { Module } = await import('node:module')
      const loaded = Object.keys(Module._cache).filter((path) => path.includes('/natural/'))
      console.log(JSON.stringify(loaded.map((path) => path.split('/natural/').at(-1))))`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    })
    const loaded: unknown = JSON.parse(output)
    expect(loaded).toContain('classifiers/bayes_classifier.js')
    expect(loaded).not.toContain('index.js')
  }, 60_000)
})

describe('fitCurve', () => {
  it('undoes odds that are too sure and lean to one side', () => {
    const judged = Array.from({ length: 200 }, (_, i) => ({ odds: i / 10, yes: (i * 7) % 200 < i }))
    const { slope, intercept } = fitCurve(judged)
    expect(slope).toBeGreaterThan(0)
    expect(slope).toBeLessThan(1)
    expect(-intercept / slope).toBeGreaterThan(5)
    expect(-intercept / slope).toBeLessThan(15)
  })

  it('stays finite where the two sides never overlap', () => {
    const { slope, intercept } = fitCurve([-2, -1, 1, 2].map((odds) => ({ odds, yes: odds > 0 })))
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true)
  })
})
