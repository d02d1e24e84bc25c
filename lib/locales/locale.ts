import type { AdjectiveEnding, Conjugate, Inflect } from '../inflect/index.ts'

/** Word lists of one language by name (`services`, `target-groups`, `periods`, …): the compiled YAML of its folder. */
export type Lists = Readonly<Record<string, unknown>>

/** One language: how its words inflect and the lists that know its vocabulary. Data only; lists are in one script. */
export interface Locale {
  /** ISO 639-1. */
  readonly language: string
  /** Countries whose municipalities write in it, ISO 3166-1, the most likely first. */
  readonly countries: readonly string[]
  /** Folded inflected forms of a lemma, itself included: `kuća` → kuca, kuce, kuci, … */
  readonly inflect: Inflect
  /** Folded forms of a verb: `pružati` → pruza, pruzaju, pruzala, …; passive pruzan, pruzani, … */
  readonly conjugate: Conjugate
  /** Is a folded form a finite verb: `pruza`, `finansirali`? */
  isVerb(form: string): boolean
  /** The ending of a folded form that looks like an adjective: `pravna` → a. */
  readonly adjectiveEnding: AdjectiveEnding
  readonly abbreviations: ReadonlySet<string>
  readonly lists: Lists
}
