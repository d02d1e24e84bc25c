import * as z from 'zod'
import data from '../data/inflect.json' with { type: 'json' }
import { fold } from '../text/index.ts'
import { endings } from './slavic.ts'

const Table = z.record(z.string(), z.string())

/** `lemma: form form` → folded lemma → folded forms. */
const Paradigms = Table.transform(
  (table) => new Map(Object.entries(table).map(([lemma, forms]) => [fold(lemma), endings(forms)])),
)

const Words = z.array(z.string())
const Invariable = Words.transform((words) => new Set(words.map(fold)))

/** The verbs of one language: infinitives, and for irregular ones their forms. */
const Conjugations = z.object({
  regular: Words,
  listed: Table.transform(
    (table) => new Map(Object.entries(table).map(([verb, forms]) => [verb, forms.split(' ')] as const)),
  ),
  never: Words.transform((forms) => forms.map(fold)),
  productive: Words.transform((forms) => forms.map(fold)),
})
export type Verbs = z.infer<typeof Conjugations>

const Lists = z.object({
  serbian: z.object({ invariable: Invariable, also: Paradigms, never: Paradigms, comparatives: Paradigms, jat: Table }),
  polish: z.object({ invariable: Invariable, also: Paradigms, never: Paradigms }),
  'serbian-verbs': Conjugations,
  'polish-verbs': Conjugations,
})

/** What the words of each language have beyond its rules: the YAML files of this folder. */
export const irregular = Lists.parse(data)
