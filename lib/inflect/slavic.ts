import { fold } from '../text/index.ts'

/** Inflects one word: its folded forms, itself included. */
export type Inflect = (lemma: string) => ReadonlySet<string>

/** Endings of a paradigm out of a line of a grammar table; `-` is the zero ending: `endings('- a u')` is `['', 'a', 'u']`. */
export const endings = (line: string): readonly string[] =>
  line.split(' ').map((ending) => (ending === '-' ? '' : fold(ending)))

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

/** Collects the forms of one word. Stems and endings are given folded. */
export class Forms {
  readonly all = new Set<string>()

  /** Adds the stem with each ending. */
  add(stem: string, list: readonly string[]): void {
    for (const ending of list) this.all.add(stem + ending)
  }
}

/** Lower case, folded: as `fold`, but quick for one word of mostly plain letters. */
export const plain = (word: string): string => word.replace(/[^a-z]/gu, fold)
