import { fold } from '../text/index.ts'

/** Inflects one word: its forms, itself included. */
export type Inflect = (lemma: string) => Forms

/** Endings of a paradigm, folded. */
export type Endings = ReadonlySet<string>

/** Endings out of a line of a grammar table; `-` is the zero ending: `endings('- a u')` holds ``, `a`, `u`. */
export const endings = (line: string): Endings =>
  new Set(line.split(' ').map((ending) => (ending === '-' ? '' : fold(ending))))

/** Changes at the end of a stem, the first that fits: `k>c ch>sz`. Nothing behind `>` drops the letters. */
export type Alternation = readonly (readonly [from: string, to: string])[]

/** Reads an alternation: `alternation('k>c g>z')`. */
export const alternation = (line: string): Alternation =>
  line.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return [from, to] as const
  })

/** The stem with the first change that fits made, or as it is: `alternate('rek', K_TO_C)` is `rec`. */
export function alternate(stem: string, changes: Alternation): string {
  for (const [from, to] of changes) if (stem.endsWith(from)) return stem.slice(0, stem.length - from.length) + to
  return stem
}

/** What a form that stands alone ends in. */
const NOTHING: Endings = new Set([''])

/** The folded forms of one word, kept as its few stems with what each may end in. */
export class Forms implements Iterable<string> {
  readonly #stems: (readonly [stem: string, endings: Endings])[] = []
  readonly #never = new Set<string>()

  /** Forms that do not inflect. */
  constructor(forms: Iterable<string> = []) {
    this.addEach(forms)
  }

  /** Each stem with its endings; a form may come of more than one. */
  get stems(): readonly (readonly [stem: string, endings: Endings])[] {
    return this.#stems
  }

  /** Adds the stem with each ending; without endings as it is. */
  add(stem: string, endings: Endings = NOTHING): void {
    this.#stems.push([stem, endings])
  }

  /** Adds forms as they are. */
  addEach(forms: Iterable<string>): void {
    for (const form of forms) this.add(form)
  }

  /** Adds the forms of another word, or of another spelling, of at least so many letters. */
  include(others: Forms, shortest = 0): void {
    for (const [stem, endings] of others.stems) {
      const isLong = (ending: string): boolean => stem.length + ending.length >= shortest
      const kept = stem.length >= shortest ? endings : new Set([...endings].filter(isLong))
      if (kept.size) this.#stems.push([stem, kept])
    }
    for (const form of others.#never) this.#never.add(form)
  }

  /** Takes a form out, whichever stem it comes of. */
  remove(form: string): void {
    this.#never.add(form)
  }

  /** Forms that were taken out. */
  get removed(): Iterable<string> {
    return this.#never
  }

  /** Is a folded form one of the word's? */
  has(form: string): boolean {
    return (
      !this.#never.has(form) &&
      this.#stems.some(([stem, ends]) => form.startsWith(stem) && ends.has(form.slice(stem.length)))
    )
  }

  *[Symbol.iterator](): Generator<string> {
    for (const [stem, ends] of this.#stems)
      for (const ending of ends) if (!this.#never.has(stem + ending)) yield stem + ending
  }
}

/** Lower case, folded: as `fold`, but quick for one word of mostly plain letters. */
export const plain = (word: string): string => word.replace(/[^a-z]/gu, fold)
