import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { type Inflect, inflectPolish, inflectSerbian } from '../../lib/inflect/index.ts'
import { fold } from '../../lib/text/index.ts'

const Lists = z.record(z.string(), z.string())
const Gold = z.object({ forms: Lists, never: Lists })
type Pair = readonly [lemma: string, form: string]

const pairsOf = (lists: z.infer<typeof Lists>): Pair[] =>
  Object.entries(lists).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [lemma, form] as const))

const LANGUAGES: readonly (readonly [string, Inflect])[] = [
  ['serbian', inflectSerbian],
  ['polish', inflectPolish],
]

describe.each(LANGUAGES)('%s', (name, inflect) => {
  const gold = Gold.parse(parse(readFileSync(join(import.meta.dirname, `${name}.yml`), 'utf8')))
  const has = ([lemma, form]: Pair) => inflect(lemma).has(fold(form))

  it('makes at least 97 of 100 gold forms', () => {
    const pairs = pairsOf(gold.forms)
    const missed = pairs.filter((pair) => !has(pair)).map((pair) => pair.join(' → '))
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(1 - missed.length / pairs.length, missed.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('makes no other word', () => {
    const pairs = pairsOf(gold.never)
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    expect(pairs.filter(has).map((pair) => pair.join(' → '))).toEqual([])
  })

  it('gives folded forms and the lemma itself, whatever its case', () => {
    for (const lemma of Object.keys(gold.forms)) {
      const forms = inflect(lemma)
      expect(forms.has(fold(lemma))).toBe(true)
      expect(inflect(lemma.toUpperCase())).toEqual(forms)
      expect([...forms].filter((form) => form !== fold(form))).toEqual([])
    }
  })
})
