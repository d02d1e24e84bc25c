import { fold, type Token } from '../text/index.ts'

export type Inflect = (lemma: string) => ReadonlySet<string>

/** What may stand at one place of a phrase, folded. */
interface Words {
  readonly forms: ReadonlySet<string>
  readonly prefixes: readonly string[]
  readonly acronyms: readonly string[]
}

/** What a slot is beside its words. */
interface Shape {
  readonly optional?: boolean
  /** Up to so many arbitrary tokens may stand here instead of words. */
  readonly gap?: number
}

/** One place of a phrase. Its words are inflected when the first text asks for them: most places no text ever comes to. */
export class Slot {
  readonly optional: boolean
  readonly gap: number
  readonly #write: () => Words
  #words: Words | undefined

  constructor({ optional = false, gap = 0 }: Shape, write: () => Words) {
    this.optional = optional
    this.gap = gap
    this.#write = write
  }

  get words(): Words {
    this.#words ??= this.#write()
    return this.#words
  }

  /** Can `token` stand here? */
  accepts(token: Token): boolean {
    const { forms, prefixes, acronyms } = this.words
    if (forms.has(token.form)) return true
    for (const prefix of prefixes) if (token.form.startsWith(prefix)) return true
    return token.capital && acronyms.some((acronym) => spells(token, acronym))
  }
}

/** Letters of an ending behind an acronym, at most: `MOPSem`, `DPSów`. */
const ENDING = 3

const spells = (token: Token, acronym: string): boolean =>
  token.acronym
    ? token.form === acronym
    : token.capitals >= acronym.length && token.form.startsWith(acronym) && token.form.length <= acronym.length + ENDING

/** Words no longer than this never inflect: they are prepositions and conjunctions in the lists' languages. */
const SHORT = 2

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}+]+$/u

/** The words of a slot with these alternatives in the notation of `pattern.ts`; all pinned where the slot is. */
export function wordsOf(choices: readonly string[], pinned: boolean, inflect: Inflect): Words {
  const forms = new Set<string>()
  const prefixes: string[] = []
  const acronyms = new Set<string>()
  for (const choice of choices) {
    if (ACRONYM.test(choice)) acronyms.add(fold(choice))
    else if (choice.endsWith('*')) prefixes.push(...variants(choice.slice(0, -1)))
    else if (pinned || choice.endsWith('!')) for (const form of variants(choice.replace(/!$/u, ''))) forms.add(form)
    else for (const form of formsOf(choice, inflect)) forms.add(form)
  }
  return { forms, prefixes, acronyms: [...acronyms] }
}

/** A word with đ is also typed with a bare d. */
function variants(word: string): string[] {
  const form = fold(word)
  return /đ/iu.test(word) ? [form, fold(word.replace(/đ/giu, 'd'))] : [form]
}

function* formsOf(word: string, inflect: Inflect): Generator<string> {
  if (word.length <= SHORT || word.includes('+')) return yield* variants(word)
  yield* inflect(word)
  yield fold(word)
  if (!/đ/iu.test(word)) return
  yield* inflect(word.replace(/đ/giu, 'd'))
  yield* variants(word)
}
