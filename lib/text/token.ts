import type { Folded } from './fold.ts'
import type { Span } from './span.ts'

/** A run of letters and digits, with a plus sign behind it (`Senior+`). `form` is folded: `Бачкој` → `backoj`. A word hyphenated over a line end is one token. */
export interface Token extends Span {
  readonly index: number
  readonly form: string
  /** Starts with a capital letter in the text. */
  readonly capital: boolean
  /** Two letters or more, all capital: `USAID`, `ДПС`. */
  readonly acronym: boolean
  /** How many capitals and digits it begins with: 3 in `DPSów`. */
  readonly capitals: number
  /** Where the token stands in the folded text. */
  readonly folded: Span
}

const WORD = /[\p{L}\p{N}]+\+*/gu
const CAPITAL = /^\p{Lu}/u
const CAPITALS = /^[\p{Lu}\p{N}]*/u
const ACRONYM = /^(?=(?:\P{L}*\p{L}){2})[^\p{Ll}]+$/u

/** Tokens of a text in reading order. Own tokeniser: those of `natural` drop č ć š ž đ, Intl's is quadratic. */
export function tokenize(source: string, folded: Folded): Token[] {
  return Array.from(folded.text.matchAll(WORD), (match, index) => {
    const inFolded = { start: match.index, end: match.index + match[0].length }
    const span = folded.toSource(inFolded)
    const words = source.slice(span.start, span.end)
    return {
      ...span,
      index,
      form: match[0],
      capital: CAPITAL.test(words),
      acronym: ACRONYM.test(words),
      capitals: CAPITALS.exec(words)?.[0].length ?? 0,
      folded: inFolded,
    }
  })
}
