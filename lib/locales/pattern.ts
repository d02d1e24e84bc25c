import { fold, type Token } from '../text/index.ts'

/** Tests whether one token can stand at one place of a pattern. */
interface Slot {
  readonly forms: ReadonlySet<string>
  readonly prefixes: readonly string[]
  readonly acronyms: ReadonlySet<string>
  readonly optional: boolean
  /** Up to so many arbitrary tokens may stand here instead. */
  readonly gap: number
}

/** What stands for words that nobody names → how many of them there may be. */
const GAPS: Readonly<Record<string, number>> = { '..': 2, '...': 4, '&': 5 }

export type Inflect = (lemma: string) => ReadonlySet<string>

/** Words no longer than this never inflect: they are prepositions and conjunctions in the lists' languages. */
const SHORT = 2

/**
 * A phrase of a word list, compiled. The notation:
 *
 *     dnevni boravak      every word in all its inflected forms; words of up to two letters only as they stand
 *     pomoć u kući!       `!`: the word, or all its alternatives, only in this very form
 *     za mlade!/omladina  `!` before a `/`: only this alternative in this very form
 *     osamostalj*         `*`: any word that starts so
 *     dom/centar za stare `/`: either word
 *     [lokalna] uprava    `[]`: may be missing
 *     tim .. nasilja      `..`: up to two words between; `...`: up to four
 *     DPS                 capitals only: matched as capitals, with or without an ending (`DPS-u`, `DPSów`)
 *
 * `readings.ts` adds to it: `{stari}` for a class of words, `a & b` for both in one clause in either order, `a | b` for either.
 */
export interface Pattern {
  readonly source: string
  readonly slots: readonly Slot[]
}

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}+]+$/u

export function compile(source: string, inflect: Inflect): Pattern {
  const words = wordsOf(inflect)
  const slots = source
    .trim()
    .split(/\s+/u)
    .flatMap((word) => {
      const known = words.get(word) ?? slotsOf(word, inflect)
      words.set(word, known)
      return known
    })
  return { source, slots }
}

/** Words compiled so far, per language: most phrases are made of the same few. */
const compiled = new WeakMap<Inflect, Map<string, Slot[]>>()

function wordsOf(inflect: Inflect): Map<string, Slot[]> {
  const known = compiled.get(inflect) ?? new Map<string, Slot[]>()
  compiled.set(inflect, known)
  return known
}

function slotsOf(word: string, inflect: Inflect): Slot[] {
  const gap = GAPS[word]
  if (gap) return [slot({ gap })]
  const optional = word.startsWith('[')
  const bare = word.replace(/^\[|\]$/gu, '')
  const pinned = bare.endsWith('!')
  const choices = bare.replace(/!$/u, '').split('/')
  const parts = choices.map((choice) => choice.split('-').filter(Boolean))
  if (parts.length === 1 && (parts[0]?.length ?? 0) > 1)
    return (parts[0] ?? []).flatMap((part) => slotsOf(optional ? `[${part}]` : `${part}${pinned ? '!' : ''}`, inflect))
  const forms = new Set<string>()
  const prefixes: string[] = []
  const acronyms = new Set<string>()
  for (const choice of choices) {
    if (ACRONYM.test(choice)) acronyms.add(fold(choice))
    else if (choice.endsWith('*')) prefixes.push(...variants(choice.slice(0, -1)))
    else if (pinned || choice.endsWith('!')) for (const form of variants(choice.replace(/!$/u, ''))) forms.add(form)
    else for (const form of formsOf(choice, inflect)) forms.add(form)
  }
  return [slot({ forms, prefixes, acronyms, optional })]
}

const slot = (part: Partial<Slot>): Slot => ({
  forms: new Set(),
  prefixes: [],
  acronyms: new Set(),
  optional: false,
  gap: 0,
  ...part,
})

/** A word with đ is also typed with a bare d. */
function variants(word: string): string[] {
  const form = fold(word)
  return /đ/iu.test(word) ? [form, fold(word.replace(/đ/giu, 'd'))] : [form]
}

function formsOf(word: string, inflect: Inflect): string[] {
  if (word.length <= SHORT || word.includes('+')) return variants(word)
  const forms = [...inflect(word), fold(word)]
  return /đ/iu.test(word) ? [...forms, ...[...inflect(word.replace(/đ/giu, 'd'))], ...variants(word)] : forms
}

/** Letters of an ending behind an acronym, at most: `MOPSem`, `DPSów`. */
const ENDING = 3

/** Can `token` stand in this slot? */
export function accepts({ forms, prefixes, acronyms }: Slot, token: Token): boolean {
  if (forms.has(token.form) || prefixes.some((prefix) => token.form.startsWith(prefix))) return true
  if (!acronyms.size || !token.capital) return false
  return token.acronym
    ? acronyms.has(token.form)
    : [...acronyms].some(
        (a) => token.capitals >= a.length && token.form.startsWith(a) && token.form.length <= a.length + ENDING,
      )
}

/** Index behind the last token of a match of `slots` from token `at`, or -1. Longest match first. */
export function matchAt(slots: readonly Slot[], tokens: readonly Token[], at: number, from = 0): number {
  const current = slots[from]
  if (!current) return at
  if (current.gap) {
    for (let skip = 0; skip <= current.gap; skip++) {
      const end = matchAt(slots, tokens, at + skip, from + 1)
      if (end >= 0) return end
    }
    return -1
  }
  const token = tokens[at]
  if (token && accepts(current, token)) {
    const end = matchAt(slots, tokens, at + 1, from + 1)
    if (end >= 0) return end
  }
  return current.optional ? matchAt(slots, tokens, at, from + 1) : -1
}
