import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const Lists = z.record(z.string(), z.string())
const Gold = z.object({ forms: Lists, never: Lists, verbs: Lists, passives: Lists, 'no-verbs': z.string() })

/** A lemma with one of its forms, or with a word that is none. */
export type Pair = readonly [lemma: string, form: string]

/** Lemmas with forms, those of nouns and adjectives, and of verbs; words that are no verbs. */
export interface Pairs {
  readonly forms: Pair[]
  readonly never: Pair[]
  readonly verbs: Pair[]
  readonly passives: Pair[]
  readonly others: string[]
}

/** The gold pairs of `serbian.yml` or `polish.yml`. */
export function goldOf(language: 'serbian' | 'polish'): Pairs {
  const gold = Gold.parse(parse(readFileSync(join(import.meta.dirname, `${language}.yml`), 'utf8')))
  return {
    forms: pairsOf(gold.forms),
    never: pairsOf(gold.never),
    verbs: pairsOf(gold.verbs),
    passives: pairsOf(gold.passives),
    others: gold['no-verbs'].split(' '),
  }
}

const pairsOf = (lists: z.infer<typeof Lists>): Pair[] =>
  Object.entries(lists).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [lemma, form] as const))
