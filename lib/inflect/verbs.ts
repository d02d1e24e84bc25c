import type { Verbs } from './irregular.ts'
import { plain } from './slavic.ts'

/** The forms of one verb, folded. */
export interface Conjugation {
  /** Those that say who does something and when: `pruža`, `pružali`, `pružiće`; `wręczono`. */
  readonly finite: ReadonlySet<string>
  /** The passive participle in all its cases: `pružen`, `pruženoj`; `prowadzonych`. */
  readonly passive: ReadonlySet<string>
}

/** Conjugates an infinitive: `conjugateSerbian('pomoći').finite` holds pomogne, pomognu, pomogla, …. */
export type Conjugate = (infinitive: string) => Conjugation

/** Letters before the ending of a productive class, at least: `uje` and `ira` are other words. */
const SHORTEST_STEM = 4

/**
 * Tells verbs from other words: `isFinite('pružaju')`. Knows the listed verbs and whatever is conjugated as the language's
 * new verbs are (finansiraju, aktywizuje).
 */
export function finiteVerbs(verbs: Verbs, conjugate: Conjugate): (form: string) => boolean {
  let known: ReadonlySet<string> | undefined
  const ends = (form: string) =>
    verbs.productive.some((ending) => form.length >= ending.length + SHORTEST_STEM && form.endsWith(ending))
  return (form) => {
    known ??= formsOf(verbs, conjugate)
    return known.has(form) || ends(form)
  }
}

function formsOf({ regular, listed, never }: Verbs, conjugate: Conjugate): ReadonlySet<string> {
  const forms = new Set([...regular, ...listed.keys()].flatMap((verb) => [...conjugate(verb).finite]))
  for (const form of never) forms.delete(form)
  return forms
}

/** A word as the lists name it. */
export const bare = (infinitive: string): string => infinitive.normalize('NFC').toLowerCase()

/** Folds and joins a stem with each ending. */
export const each = (stem: string, endings: Iterable<string>): string[] =>
  Array.from(endings, (end) => plain(stem) + end)
